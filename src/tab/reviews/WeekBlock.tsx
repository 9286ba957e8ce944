import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { CSSProperties } from 'react';
import { shortDate } from '../../school/calendar/dates.ts';
import { minutesOf } from './slot.ts';
import { steppedBy } from './week-layout.ts';

/** A review in the week. */
export interface WeekItem {
  /** RecordKey of the review. */
  readonly key: string;
  /** The school's wall clock, `2026-12-03T10:00`. */
  readonly start: string;
  readonly end: string;
  /** "J.S. Y10". */
  readonly pupil: string;
  /** "at Hill Farm". */
  readonly where?: string;
  readonly people: readonly { readonly initials: string; readonly name: string }[];
  /** On the road before and after; 0 where nobody travels. */
  readonly travelMinutes: number;
  /** Stands in the calendar already, and is not moved here. */
  readonly fixed: boolean;
  /** Moved by the person who looks at it. */
  readonly moved: boolean;
  /** What is in its way there, in sentences. */
  readonly clash?: string;
}

const useStyles = makeStyles({
  place: { position: 'absolute', paddingRight: tokens.spacingHorizontalXXS, boxSizing: 'border-box' },
  block: {
    display: 'block',
    width: '100%',
    height: '100%',
    boxSizing: 'border-box',
    overflow: 'hidden',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    textAlign: 'left',
    whiteSpace: 'nowrap',
    textOverflow: 'ellipsis',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
    borderLeftWidth: tokens.strokeWidthThickest,
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  free: { cursor: 'grab' },
  fixed: {
    cursor: 'pointer',
    backgroundColor: tokens.colorNeutralBackground3,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
  },
  moved: { backgroundColor: tokens.colorBrandBackground2 },
  clash: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusDangerBorder2}`,
    borderLeftWidth: tokens.strokeWidthThickest,
    color: tokens.colorStatusDangerForeground3,
  },
  people: { color: tokens.colorNeutralForeground2 },
  road: {
    position: 'absolute',
    left: tokens.spacingHorizontalXS,
    width: tokens.spacingHorizontalXS,
    backgroundColor: tokens.colorBrandStroke1,
    // A bar that is drawn by its background alone is gone in forced colours.
    borderLeft: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
  },
});

/** One review as a block as high as it is long: who, with whom, and the road there and back as thin bars. */
export function WeekBlock(props: {
  readonly item: WeekItem;
  readonly style: CSSProperties;
  readonly pixelsAnHour: number;
  readonly hint: string;
  readonly move?: (start: string) => void;
  readonly open?: () => void;
  /** Drawing begins, so many minutes into the block. */
  readonly grab?: (minutesIn: number) => void;
  readonly letGo?: () => void;
}) {
  const { item, pixelsAnHour, move } = props;
  const styles = useStyles();
  const head = `${item.fixed ? '◷ ' : ''}${item.start.slice(11)} ${item.pupil}`;
  const people = item.people.map(({ initials }) => initials).join(' ');
  // A screen reader says what is seen first, and then the rest.
  const label = `${[head, people].filter(Boolean).join(' ')}: ${inWords(item)}`;
  const road = (item.travelMinutes / 60) * pixelsAnHour;
  const long = ((minutesOf(item.end) - minutesOf(item.start)) / 60) * pixelsAnHour;
  return (
    <div className={styles.place} style={{ ...props.style, height: long }}>
      {road > 0 && <span className={styles.road} style={{ top: -road, height: road }} aria-hidden />}
      {road > 0 && <span className={styles.road} style={{ top: long, height: road }} aria-hidden />}
      <button
        type="button"
        className={mergeClasses(
          styles.block,
          move && styles.free,
          item.fixed && styles.fixed,
          item.moved && styles.moved,
          item.clash !== undefined && styles.clash,
        )}
        aria-label={label}
        aria-describedby={move ? props.hint : undefined}
        title={inWords(item)}
        draggable={move !== undefined}
        onDragStart={(event) => {
          event.dataTransfer.setData('text/plain', item.key);
          event.dataTransfer.effectAllowed = 'move';
          const { top } = event.currentTarget.getBoundingClientRect();
          props.grab?.(((event.clientY - top) / pixelsAnHour) * 60);
        }}
        onDragEnd={props.letGo}
        onKeyDown={(event) => {
          const start = move && steppedBy(event.key, item);
          if (!start) return;
          event.preventDefault();
          move?.(start);
        }}
        onClick={props.open}
      >
        {head}
        <br />
        <span className={styles.people}>{people}</span>
      </button>
    </div>
  );
}

function inWords({ start, end, where, people, travelMinutes, fixed, moved, clash }: WeekItem): string {
  return [
    `${shortDate(start.slice(0, 10))}, ${start.slice(11)} to ${end.slice(11)}${where ? `, ${where}` : ''}`,
    people.length > 0 ? `with ${people.map(({ name }) => name).join(', ')}` : undefined,
    travelMinutes > 0 ? `${travelMinutes} minutes on the road before and after` : undefined,
    fixed ? 'booked' : undefined,
    moved ? 'moved by you' : undefined,
    clash,
  ]
    .filter(Boolean)
    .join('; ');
}
