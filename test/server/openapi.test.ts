import { expect, it } from 'vitest';
import { reviewPack } from '../../src/school/reviews/review-pack.view.ts';
import { openApi } from '../../src/server/routes/openapi.ts';

it('the minutes of a review are described with the roles that may open the review', () => {
  const { paths } = openApi();
  const { get } = Object(Object(paths)['/api/documents/minutes/{review}']);
  expect(get['x-roles']).toEqual(reviewPack.roles);
  expect(Object.keys(get.responses['200'].content)).toEqual([
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ]);
  expect(get.parameters).toContainEqual(expect.objectContaining({ name: 'review', in: 'path', required: true }));
});
