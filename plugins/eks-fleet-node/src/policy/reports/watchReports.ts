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

import type {
  KubernetesReader,
  KubernetesWatcher,
} from '../../kubernetes/client/types';
import { ObservationFailure } from '../../observation/ObservationFailure';
import { ifAllowed, resourceName } from '../common/allowed';
import { ServedApis, type ServedKind } from '../common/servedApis';
import { reportKinds } from './reportKinds';

/**
 * How the reports of a cluster are watched.
 *
 * @public
 */
export interface ReportWatch {
  reader: KubernetesReader & KubernetesWatcher;
  /**
   * Up to which version each list is known to have been followed, by path.
   * Kept from one round to the next, no change falls in between.
   */
  versions: Map<string, string>;
  /** After this long the server ends the round. */
  timeoutSeconds: number;
  /** Something about a report has changed, or may have. */
  onChange(): void;
  /** All that may be watched is. */
  onWatching?(): void;
  signal: AbortSignal;
}

/**
 * Watches each kind of policy reports that a cluster serves, for one round: it
 * is over when the server ends it, and fails as soon as one of its watches
 * does. What may not be watched is left out.
 *
 * @throws ObservationFailure `notInstalled` where no kind is served, `forbidden`
 *   where none may be watched
 * @public
 */
export async function watchReports(watch: ReportWatch): Promise<void> {
  const { reader, signal, versions } = watch;
  const kinds = await reportKinds(await ServedApis.read(reader, signal));
  if (kinds.length === 0) {
    throw new ObservationFailure(
      'notInstalled',
      'The API server serves reports of neither wgpolicyk8s.io nor openreports.io',
    );
  }
  forget(
    versions,
    kinds.map(({ path }) => path),
  );
  const ending = new AbortController();
  const round = {
    ...watch,
    signal: AbortSignal.any([signal, ending.signal]),
  };
  let waiting = kinds.length;
  const begun = () => {
    waiting -= 1;
    if (waiting === 0) {
      watch.onWatching?.();
    }
  };
  const ends = await Promise.allSettled(
    kinds.map(async kind => {
      try {
        return await ifAllowed(watchKind(kind, round, begun));
      } catch (error) {
        ending.abort(error);
        throw error;
      }
    }),
  );
  if (ending.signal.aborted) {
    throw ending.signal.reason;
  }
  if (ends.every(end => 'value' in end && end.value === 'forbidden')) {
    throw new ObservationFailure(
      'forbidden',
      `May not watch ${kinds.map(resourceName).join(', ')}`,
    );
  }
}

async function watchKind(
  { path }: ServedKind,
  { reader, versions, timeoutSeconds, onChange, signal }: ReportWatch,
  begun: () => void,
): Promise<void> {
  let resourceVersion = versions.get(path);
  try {
    resourceVersion ??= await reader.versionOf(path, signal);
  } finally {
    begun();
  }
  versions.set(path, resourceVersion);
  const end = await reader.watch(
    { path, resourceVersion, timeoutSeconds },
    ({ change, version }) => {
      if (version) {
        versions.set(path, version);
      }
      if (change) {
        onChange();
      }
    },
    signal,
  );
  if (end === 'expired') {
    // What has changed since then nobody tells: the next round begins anew.
    versions.delete(path);
    onChange();
  }
}

function forget(versions: Map<string, string>, kept: string[]): void {
  for (const path of versions.keys()) {
    if (!kept.includes(path)) {
      versions.delete(path);
    }
  }
}
