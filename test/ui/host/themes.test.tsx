// @vitest-environment jsdom
import { renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useBrowserParts } from '../../../src/ui/host/themes.ts';

it.each([
  ['default', 'light'],
  ['dark', 'dark'],
  ['contrast', 'dark'],
  ['a name that is new', 'light'],
])('under the theme %s the browser draws its own parts %s', (theme, scheme) => {
  renderHook(() => useBrowserParts(theme));
  expect(document.documentElement.style.colorScheme).toBe(scheme);
});
