import { Tab, TabList } from '@fluentui/react-components';
import { useState } from 'react';
import { usePage } from '../../ui/shell/page.ts';
import { AttendanceSheet } from './AttendanceSheet.tsx';
import { usePaper } from './paper-styles.ts';
import { RegisterOfDay } from './RegisterOfDay.tsx';

/** What leaves the app as a file or on paper: the day's register, and attendance between two days. */
export default function Sheets() {
  const styles = usePage();
  const paper = usePaper();
  const [part, setPart] = useState<unknown>('register');
  return (
    <section className={styles.page} aria-label="Sheets">
      <TabList
        className={paper.screenOnly}
        selectedValue={part}
        onTabSelect={(_, { value }) => setPart(value)}
        aria-label="Which sheet"
      >
        <Tab value="register">The day's register</Tab>
        <Tab value="attendance">Attendance</Tab>
      </TabList>
      {part === 'register' ? <RegisterOfDay /> : <AttendanceSheet />}
    </section>
  );
}
