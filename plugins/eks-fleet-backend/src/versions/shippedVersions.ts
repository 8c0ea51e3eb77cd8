/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import type { VersionDates } from './SupportCalendar';

/** The day on which the table below was taken from the EKS documentation. */
export const SHIPPED_AT = '2026-11-23T00:00:00.000Z';

const TABLE: Array<[string, string, string, string]> = [
  ['1.23', '2022-08-11', '2023-10-11', '2024-10-11'],
  ['1.24', '2022-11-15', '2024-01-31', '2025-01-31'],
  ['1.25', '2023-02-22', '2024-05-01', '2025-05-01'],
  ['1.26', '2023-04-11', '2024-06-11', '2025-06-11'],
  ['1.27', '2023-05-24', '2024-07-24', '2025-07-24'],
  ['1.28', '2023-09-26', '2024-11-26', '2025-11-26'],
  ['1.29', '2024-01-23', '2025-03-23', '2026-03-23'],
  ['1.30', '2024-05-23', '2025-07-23', '2026-07-23'],
  ['1.31', '2024-09-26', '2025-11-26', '2026-11-26'],
  ['1.32', '2025-01-23', '2026-03-23', '2027-03-23'],
  ['1.33', '2025-05-29', '2026-07-29', '2027-07-29'],
  ['1.34', '2025-10-02', '2026-12-02', '2027-12-02'],
  ['1.35', '2026-01-27', '2027-03-27', '2028-03-27'],
];

export const SHIPPED_VERSIONS: VersionDates[] = TABLE.map(
  ([version, released, standard, extended]) => ({
    version,
    releaseDate: midnight(released),
    endOfStandardSupport: midnight(standard),
    endOfExtendedSupport: midnight(extended),
  }),
);

function midnight(day: string): string {
  return `${day}T00:00:00.000Z`;
}
