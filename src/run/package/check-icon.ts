const signature = '89504e470d0a1a0a';

/**
 * What is wrong with an icon of the app, in one sentence, or nothing. Teams and Outlook take PNG files only: 192 pixels
 * square for the colour icon, 32 for the outline, 16, 32 and 80 for a button.
 */
export function iconTrouble(name: string, bytes: Uint8Array | undefined, side: number): string | undefined {
  if (!bytes) return `The icon ${name} is missing.`;
  const file = Buffer.from(bytes);
  if (file.length < 24 || file.subarray(0, 8).toString('hex') !== signature)
    return `The icon ${name} is not a PNG file.`;
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  if (width === side && height === side) return undefined;
  return `The icon ${name} is ${width} by ${height} pixels; ${side} by ${side} are wanted.`;
}
