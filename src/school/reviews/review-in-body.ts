/** What the body of a meeting says about whose review it is. */
export type ReviewNamed =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly review: string }
  /** More than one is named and nothing tells which is meant: somebody has to say. */
  | { readonly kind: 'several'; readonly reviews: readonly string[] };

/**
 * The review that a meeting's body names, by the reference or the link in it. Mail filters may have wrapped the link, any
 * number of times. What the sender wrote goes before what is quoted or forwarded below it.
 */
export function reviewInBody(body: string): ReviewNamed {
  const [own, quoted] = atQuote(unescaped(body));
  const [first, ...others] = named(own);
  const meant = first === undefined ? named(quoted) : [first, ...others];
  const [review, ...more] = meant;
  if (review === undefined) return { kind: 'none' };
  return more.length === 0 ? { kind: 'one', review } : { kind: 'several', reviews: meant };
}

/** How mail programs begin what they quote: Outlook's own marks, those of others, and the written head of a forwarded one. */
const quotes = [
  /<blockquote\b/i,
  /\bid=["']?(?:x_)*(?:divRplyFwdMsg|appendonsend|mail-editor-reference-message-container|OLK_SRC_BODY_SECTION)/i,
  /\bclass=["']?[^"'>]*\bgmail_quote\b/i,
  /-{3,}\s*(?:original (?:message|appointment)|forwarded message)\s*-{3,}/i,
  /\bfrom:(?:<[^>]*>|\s)*[^\n]{0,400}?\b(?:sent|when):/i,
];

function atQuote(body: string): readonly [string, string] {
  const found = quotes.map((mark) => body.search(mark)).filter((at) => at >= 0);
  const at = found.length === 0 ? body.length : Math.min(...found);
  return [body.slice(0, at), body.slice(at)];
}

const entities: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>', nbsp: ' ' };

/** Entities as characters; what only marks where a long word may break is taken out. */
function unescaped(html: string): string {
  return html
    .replaceAll(/<wbr\s*\/?>|[\u00ad\u200b-\u200d\ufeff]/gi, '')
    .replaceAll(/&(?:(amp|quot|lt|gt|nbsp)|#(\d{1,5})|#x([\da-f]{1,4}));/gi, (_, name, decimal, hex) =>
      name ? (entities[name.toLowerCase()] ?? '') : String.fromCharCode(Number.parseInt(decimal ?? hex, hex ? 16 : 10)),
    );
}

/** Times that a link is unwrapped: the link itself, and filters of two organisations around it. */
const wrappings = 6;

const linkToReview = /\/l\/entity\/[\w-]+\/today\?context=\{"subEntityId":"reviews\/([^"]+)"/gi;

function named(text: string): readonly string[] {
  const found: string[] = [];
  for (const [, reference = ''] of text.matchAll(/\bap-review:([\w%.~-]+)/gi)) found.push(decoded(reference));
  let layer = text;
  for (let turn = 0; turn < wrappings; turn++) {
    for (const [, key = ''] of layer.matchAll(linkToReview)) {
      found.push(key);
    }
    const next = decoded(layer);
    if (next === layer) break;
    layer = next;
  }
  return [...new Set(found.flatMap(asKey))];
}

function asKey(text: string): readonly string[] {
  const key = text.toLowerCase().replace(/[^a-z0-9]+$/, '');
  return /^[a-z0-9][a-z0-9|._~-]{1,254}$/.test(key) ? [key] : [];
}

/** Percent signs decoded once; what is no encoding stays as it is. */
function decoded(text: string): string {
  return text.replaceAll(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}
