import { useApi } from '../ui/api/ApiProvider.tsx';
import { Empty } from '../ui/faces/Faces.tsx';

/**
 * A link named what this person does not see here. Links name no school, so a person with several may only be in another one:
 * the same link then opens it there.
 */
export function NotHere({ says }: { readonly says: string }) {
  const { school } = useApi();
  return (
    <Empty>
      {school === undefined ? says : `${says} If it is of another of your schools, press “Another school”.`}
    </Empty>
  );
}
