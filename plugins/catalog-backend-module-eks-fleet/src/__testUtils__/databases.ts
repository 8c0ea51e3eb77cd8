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

import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';

const POSTGRES_VARIABLE =
  'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';

/** Whether a PostgreSQL server is named to test on. */
export const hasPostgres = Boolean(process.env[POSTGRES_VARIABLE]);

/** SQLite, and PostgreSQL where a server is named. */
export function testDatabases(): TestDatabases {
  const ids: TestDatabaseId[] = ['SQLITE_3'];
  if (hasPostgres) {
    ids.push('POSTGRES_15');
  } else {
    process.stderr.write(
      `SKIPPED on PostgreSQL, as ${POSTGRES_VARIABLE} is not set: ${
        expect.getState().testPath
      }\n`,
    );
  }
  return TestDatabases.create({ ids });
}
