import path from 'node:path';
import { EsbuildPlugin } from 'esbuild-loader';
import HtmlWebpackPlugin from 'html-webpack-plugin';
import type { Configuration } from 'webpack';

const root = import.meta.dirname ?? process.cwd();

/** One browser bundle: its entry, where it is served from, and the page that loads it. */
export function page(
  name: string,
  entry: string,
  template: string,
  publicPath: string,
  file = 'index.html',
): Configuration {
  return {
    name,
    entry: { [name]: path.resolve(root, entry) },
    output: {
      path: path.resolve(root, 'dist', name),
      filename: '[name].[contenthash:8].js',
      chunkFilename: '[name].[contenthash:8].js',
      publicPath,
      clean: true,
    },
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: {
      rules: [
        { test: /\.tsx?$/, loader: 'esbuild-loader', options: { target: 'es2022', jsx: 'automatic' } },
        { test: /\.svg$/, type: 'asset/inline' },
        // Buttons in Outlook name these addresses: they stay the same.
        { test: /\.png$/, type: 'asset/resource', generator: { filename: '[name][ext]' } },
      ],
    },
    plugins: [
      new HtmlWebpackPlugin({ template: path.resolve(root, template), filename: file, scriptLoading: 'module' }),
    ],
    devtool: 'source-map',
    performance: { hints: false },
    cache: { type: 'filesystem', cacheDirectory: path.resolve(root, 'node_modules/.cache/webpack') },
    stats: 'errors-warnings',
  };
}

/** A script without a page, under a name that stays the same, for pages of other origins. */
function script(name: string, entry: string): Configuration {
  const { plugins: _page, ...same } = page(name, entry, '', '');
  return { ...same, output: { path: path.resolve(root, 'dist', name), filename: '[name].js', clean: true } };
}

/** A page of the stand-in: nobody's school loads it, so it is made small the quick way, without a map. */
function standins(own: Configuration): Configuration {
  return { ...own, devtool: false, optimization: { minimizer: [new EsbuildPlugin({ target: 'es2022' })] } };
}

const pages: Configuration[] = [
  page('tab', 'src/tab/index.tsx', 'src/tab/index.html', '/tab/'),
  page('outlook', 'src/outlook/index.tsx', 'src/outlook/pane.html', '/outlook/', 'pane.html'),
  standins(page('host', 'src/standin/host/page/index.tsx', 'src/standin/host/page/index.html', '/host/')),
  standins(script('office', 'src/standin/host/office/index.ts')),
];

export default pages;
