import { page } from '../../../../webpack.config.ts';

/** The page that the tab's first load is compared with, built like the tab. */
export default page('bare', 'src/run/bench/bare/index.tsx', 'src/tab/index.html', '/tab/');
