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
import type {
  PolicySink,
  PolicySnapshot,
} from '../../extensions/policySources';
import { ObservationFailure } from '../../observation/ObservationFailure';
import { ifAllowed, resourceName } from '../common/allowed';
import { ServedApis } from '../common/servedApis';
import type { PolicyReadContext } from '../common/types';
import {
  readExceptionNames,
  type ExceptionNames,
} from '../kyverno/readExceptionNames';
import { readNamespaceOwners } from '../resources/readNamespaces';
import { planReports, withSamples } from './planReports';
import { readPlanned } from './readPlanned';
import { reportKinds } from './reportKinds';
import { ReportResults } from './ReportResults';
import {
  isSameState,
  refuseOrphaned,
  refuseVanished,
  stateOf,
  withWriters,
  type PlannedKind,
} from './reportState';

/** Where there are no more reports than one page has, all are read. */
const FEW_REPORTS = 500;

/**
 * Reads policy reports of `wgpolicyk8s.io` and `openreports.io`, whichever
 * there are, and makes one outcome of what both say.
 *
 * Tables of 500 rows tell which reports there are, in which state and with how
 * many results of each kind; where none has changed since `previous`, that is
 * all. Else those with results that do not pass are read, with a few of the
 * others, so that policies which nothing breaks are seen to be evaluated: one
 * by one, or their page at once where there are many. Reports that skip are
 * read only where the cluster has exceptions, and all of them where an
 * exception makes results pass. A cluster with no more than 500 reports is read
 * whole, and its passes are exact.
 *
 * @throws ObservationFailure `notInstalled` where no API of reports is served,
 *   or reports went away together with what wrote them
 */
export async function readPolicyReports(
  reader: KubernetesReader,
  sink: PolicySink,
  context: PolicyReadContext,
): Promise<PolicySnapshot> {
  const { signal, previous, now, ownerLabels } = context;
  const apis = await ServedApis.read(reader, signal);
  const exceptions = await readExceptionNames(reader, apis, signal);
  const namespaces = await readNamespaceOwners(reader, context);
  const kinds = await planAll(reader, { apis, exceptions }, signal);
  const owners = namespaces === 'forbidden' ? [] : [...namespaces].sort();
  const state = stateOf(kinds, [
    ownerLabels,
    owners,
    exceptions.any,
    exceptions.reportsPass,
    [...exceptions.keys].sort(),
  ]);
  if (isSameState(previous, state)) {
    return { unchanged: true, state: previous, engines: [] };
  }
  refuseVanished(previous, kinds, apis);

  const total = kinds.reduce((sum, { plan }) => sum + (plan?.rows ?? 0), 0);
  const wholePages = exceptions.reportsPass || total <= FEW_REPORTS;
  const results = new ReportResults({
    reader,
    context,
    exceptions,
    namespaces,
  });
  let complete = kinds.every(({ plan }) => plan);
  for (const { kind, plan } of kinds) {
    for (const page of plan?.pages ?? []) {
      let whole = page.rows === 0;
      const read = readPlanned(
        reader,
        { kind, page, whole: wholePages },
        signal,
      );
      for await (const part of read) {
        whole ||= part.whole;
        await results.add(resourceName(kind), part.reports);
        await give(sink, results.take());
      }
      complete &&= whole;
    }
  }
  await refuseUninstalled(reader, kinds, signal);
  refuseOrphaned(previous, kinds, results.writers);
  await give(sink, results.take({ all: true }));
  const nonePass = kinds.every(({ plan }) => !plan?.passes);
  const { tallies, ...summary } = results.summarize({
    complete,
    nonePass,
    now: now(),
  });
  tallies.forEach(tally => sink.tally(tally));
  const notes = [
    ...kinds.filter(({ plan }) => !plan).map(({ kind }) => unread(kind)),
    ...summary.notes,
  ];
  return {
    ...summary,
    state: withWriters(state, results.breaking),
    engines: [],
    notes,
  };
}

function unread(kind: PlannedKind['kind']): string {
  return `May not list ${resourceName(
    kind,
  )}: what is found there is not known.`;
}

/** Nothing is given where there is nothing. */
async function give(
  sink: PolicySink,
  outcomes: Parameters<PolicySink['outcomes']>[0],
): Promise<void> {
  if (outcomes.length > 0) {
    await sink.outcomes(outcomes);
  }
}

async function planAll(
  reader: KubernetesReader,
  { apis, exceptions }: { apis: ServedApis; exceptions: ExceptionNames },
  signal: AbortSignal,
): Promise<PlannedKind[]> {
  const kinds = await reportKinds(apis);
  if (kinds.length === 0) {
    throw new ObservationFailure(
      'notInstalled',
      'The API server serves reports of neither wgpolicyk8s.io nor openreports.io',
    );
  }
  const planned: PlannedKind[] = [];
  for (const kind of kinds) {
    const plan = await ifAllowed(
      reader.list(
        { path: kind.path, table: true },
        planReports({ skips: exceptions.any }),
        signal,
      ),
    );
    planned.push(
      plan === 'forbidden' ? { kind } : { kind, plan: withSamples(plan) },
    );
  }
  if (planned.every(({ plan }) => !plan)) {
    const names = kinds.map(resourceName).join(', ');
    throw new ObservationFailure('forbidden', `May not list ${names}`);
  }
  return planned;
}

/**
 * Reports that could not be read because they went away with their API are
 * not resolved.
 */
async function refuseUninstalled(
  reader: KubernetesReader,
  kinds: PlannedKind[],
  signal: AbortSignal,
): Promise<void> {
  const served = await reportKinds(await ServedApis.read(reader, signal));
  const gone = kinds.find(
    ({ kind, plan }) =>
      plan?.rows && !served.some(({ path }) => path === kind.path),
  );
  if (gone) {
    throw new ObservationFailure(
      'notInstalled',
      `The API server stopped serving ${resourceName(
        gone.kind,
      )} while they were being read`,
    );
  }
}
