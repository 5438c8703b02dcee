// Which days of a year are off and which weekend days are worked (调休), as the State Council's office announced them.
// Promise: one entry per announced year; a year that is not here is counted Monday to Friday and said to be assumed.
// To add a year: copy the notice's days below; the test compares them with an independent table.

export interface AnnouncedYear {
  /** The notice that the days come from. */
  readonly source: string;
  /** Days off, both ends included, MM-DD. */
  readonly off: readonly { readonly name: string; readonly from: string; readonly to: string }[];
  /** Saturdays and Sundays that are worked, MM-DD. */
  readonly worked: readonly string[];
}

export const announcedYears: Readonly<Record<number, AnnouncedYear>> = {
  2024: {
    source: '国务院办公厅关于2024年部分节假日安排的通知',
    off: [
      { name: '元旦', from: '01-01', to: '01-01' },
      { name: '春节', from: '02-10', to: '02-17' },
      { name: '清明节', from: '04-04', to: '04-06' },
      { name: '劳动节', from: '05-01', to: '05-05' },
      { name: '端午节', from: '06-10', to: '06-10' },
      { name: '中秋节', from: '09-15', to: '09-17' },
      { name: '国庆节', from: '10-01', to: '10-07' },
    ],
    worked: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  },
  2025: {
    source: '国务院办公厅关于2025年部分节假日安排的通知',
    off: [
      { name: '元旦', from: '01-01', to: '01-01' },
      { name: '春节', from: '01-28', to: '02-04' },
      { name: '清明节', from: '04-04', to: '04-06' },
      { name: '劳动节', from: '05-01', to: '05-05' },
      { name: '端午节', from: '05-31', to: '06-02' },
      { name: '国庆节、中秋节', from: '10-01', to: '10-08' },
    ],
    worked: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  2026: {
    source: '国务院办公厅关于2026年部分节假日安排的通知',
    off: [
      { name: '元旦', from: '01-01', to: '01-03' },
      { name: '春节', from: '02-15', to: '02-23' },
      { name: '清明节', from: '04-04', to: '04-06' },
      { name: '劳动节', from: '05-01', to: '05-05' },
      { name: '端午节', from: '06-19', to: '06-21' },
      { name: '中秋节', from: '09-25', to: '09-27' },
      { name: '国庆节', from: '10-01', to: '10-07' },
    ],
    worked: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
};
