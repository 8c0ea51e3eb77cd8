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

import type { KubernetesReader } from '../../kubernetes/client/types';
import { ObservationFailure } from '../../observation/ObservationFailure';
import type { ServedKind } from '../common/servedApis';
import type { ReportDocument } from './documents';
import type { PlannedPage, ReportName } from './planReports';

/** Of a page with more wanted reports than this, all are read at once. */
const MOST_ONE_BY_ONE = 50;
/** Read at a time, where they are read one by one. */
const AT_A_TIME = 4;
/** A page of 500 reports has some 6 MB; what is larger is read one by one. */
const MAX_PAGE_BYTES = 16e6;

/** Reports of a page that were read together. */
export interface ReadReports {
  reports: ReportDocument[];
  /** Whether these are all of the page. */
  whole: boolean;
}

/**
 * Reads what is planned of a page, a part at a time.
 *
 * @throws ObservationFailure
 */
export async function* readPlanned(
  reader: KubernetesReader,
  {
    kind,
    page,
    whole,
  }: { kind: ServedKind; page: PlannedPage; whole: boolean },
  signal: AbortSignal,
): AsyncGenerator<ReadReports> {
  const { wanted, continueToken, rows } = page;
  if (rows > 0 && (whole || wanted.length > MOST_ONE_BY_ONE)) {
    const reports = await readWhole(reader, kind, continueToken, signal);
    if (reports) {
      yield { reports, whole: true };
      return;
    }
  }
  for (let at = 0; at < wanted.length; at += AT_A_TIME) {
    const some = await Promise.all(
      wanted
        .slice(at, at + AT_A_TIME)
        .map(report => readOne(reader, kind, report, signal)),
    );
    yield {
      reports: some.filter(report => report !== undefined),
      whole: false,
    };
  }
}

/** Nothing where the page is no longer to be had, or too large to be held. */
async function readWhole(
  reader: KubernetesReader,
  { path }: ServedKind,
  continueToken: string | undefined,
  signal: AbortSignal,
): Promise<ReportDocument[] | undefined> {
  try {
    return await reader.readPage<ReportDocument>(
      { path, continueToken, maxBytes: MAX_PAGE_BYTES },
      signal,
    );
  } catch (error) {
    if (error instanceof ObservationFailure && error.code === 'invalid') {
      return undefined;
    }
    throw error;
  }
}

/** Nothing where it is gone since it was listed. */
async function readOne(
  reader: KubernetesReader,
  { path, plural }: ServedKind,
  { namespace, name }: ReportName,
  signal: AbortSignal,
): Promise<ReportDocument | undefined> {
  const inNamespace = namespace
    ? `/namespaces/${encodeURIComponent(namespace)}`
    : '';
  const base = path.slice(0, -`/${plural}`.length);
  try {
    return await reader.get<ReportDocument>(
      `${base}${inNamespace}/${plural}/${encodeURIComponent(name)}`,
      signal,
    );
  } catch (error) {
    if (error instanceof ObservationFailure && error.code === 'notInstalled') {
      return undefined;
    }
    throw error;
  }
}
