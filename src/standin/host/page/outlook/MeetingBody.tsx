import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { createElement, type ReactNode } from 'react';
import type { MeetingText } from '../../office/wire.ts';

const useStyles = makeStyles({
  body: {
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    '& p': { marginTop: 0, marginBottom: tokens.spacingVerticalS },
    '& ol, & ul': { marginTop: 0, marginBottom: tokens.spacingVerticalS, paddingLeft: tokens.spacingHorizontalXXL },
  },
  plain: { whiteSpace: 'pre-wrap' },
});

/** What an invitation says. Of markup only the elements that shape text are kept; links are opened by the page. */
export function MeetingBody({
  text,
  openLink,
}: {
  readonly text: MeetingText;
  readonly openLink: (url: string) => void;
}) {
  const styles = useStyles();
  if (text.contentType !== 'html') return <div className={`${styles.body} ${styles.plain}`}>{text.content}</div>;
  const parsed = new DOMParser().parseFromString(text.content, 'text/html').body;
  return <div className={styles.body}>{kept(parsed, openLink)}</div>;
}

const KEPT = new Set('p div span br ol ul li b strong i em u h1 h2 h3 h4 table thead tbody tr th td'.split(' '));

function kept(parent: Element, openLink: (url: string) => void): ReactNode[] {
  return [...parent.childNodes].map((node, index) => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent;
    if (!(node instanceof Element) || node.matches('script, style, template')) return null;
    const name = node.tagName.toLowerCase();
    // Markup does not change while it is shown, so that its place tells elements apart.
    const key = `${name}${index}`;
    if (name === 'br') return <br key={key} />;
    const inner = kept(node, openLink);
    const href = node.getAttribute('href') ?? '';
    if (name === 'a' && /^(https?|mailto|tel):/i.test(href)) {
      return (
        <Link
          key={key}
          href={href}
          inline
          onClick={(event) => {
            event.preventDefault();
            openLink(href);
          }}
        >
          {inner}
        </Link>
      );
    }
    return KEPT.has(name) ? createElement(name, { key }, ...inner) : inner;
  });
}
