import { View } from '@tarojs/components';
import type { CSSProperties, ReactNode } from 'react';
import { classes } from './classes';
import { colours } from './colours';
import { Icon } from './Icon';
import { spoken } from './spoken';
import styles from './RecordTable.module.scss';

export interface RecordColumn<R> {
  /** The column's head on a PC; before a `figure` on a phone. */
  head: string;
  /** Its place on a phone: what the record is called, a state beside it, smaller print under it, a number, buttons. */
  part: 'title' | 'mark' | 'detail' | 'figure' | 'actions';
  /** Its share of a PC's width against the other columns'. */
  share: number;
  cell: (record: R) => ReactNode;
}

interface RecordTableProps<R extends { id: string }> {
  columns: RecordColumn<R>[];
  records: readonly R[];
  /** Makes each record lead somewhere; its columns hold nothing else to press then. */
  onPress?: (record: R) => void;
}

/** Records of one kind in a Card: a table on a PC, one under the other on a phone. */
export function RecordTable<R extends { id: string }>({ columns, records, onPress }: RecordTableProps<R>) {
  const tracks = columns.map(({ share }) => `minmax(0, ${share}fr)`).join(' ') + (onPress ? ' 24px' : '');
  return (
    <View style={{ '--tracks': tracks } as CSSProperties}>
      <View className={styles.head} aria-hidden="true">
        {columns.map(({ head, part }) => (
          <View key={head} className={part === 'figure' ? styles.atRight : undefined}>
            {part === 'actions' ? '' : head}
          </View>
        ))}
      </View>
      <View>
        {records.map((record) => (
          <View
            key={record.id}
            className={styles.row}
            hoverClass={onPress ? styles.pressed : 'none'}
            {...(onPress ? { ...spoken('button'), onClick: () => onPress(record) } : {})}
          >
            <View className={styles.top}>
              <Cells columns={columns} record={record} parts={['title', 'mark']} />
              {onPress && (
                <View className={styles.arrow} style={{ order: String(columns.length) }}>
                  <Icon name="forward" colour={colours.inkSoft} />
                </View>
              )}
            </View>
            <View className={styles.details}>
              <Cells columns={columns} record={record} parts={['detail']} />
            </View>
            <View className={styles.figures}>
              <Cells columns={columns} record={record} parts={['figure']} />
            </View>
            <Cells columns={columns} record={record} parts={['actions']} />
          </View>
        ))}
      </View>
    </View>
  );
}

interface CellsProps<R> {
  columns: RecordColumn<R>[];
  record: R;
  parts: RecordColumn<R>['part'][];
}

/** The record's cells of some parts. `order` puts them under their heads once they stand in a table. */
function Cells<R>({ columns, record, parts }: CellsProps<R>) {
  return columns.map(
    ({ head, part, cell }, index) =>
      parts.includes(part) && (
        <View key={head} className={classes(styles.cell, styles[part])} style={{ order: String(index) }}>
          {part === 'figure' && <View className={styles.figureName}>{head}</View>}
          {cell(record)}
        </View>
      ),
  );
}
