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
  ObservedException,
  ObservedPolicy,
  PolicyDescription,
  PolicySink,
  PolicySnapshot,
} from '../../extensions/policySources';
import type { KubernetesReader } from '../../kubernetes/client/types';
import { ObservationFailure } from '../../observation/ObservationFailure';
import { listMapped } from '../common/allowed';
import { CLOCK_TOLERANCE_MS } from '../common/clockTolerance';
import { describePolicy, traceOrigin } from '../common/describePolicy';
import { ReadableKinds } from '../common/readableKinds';
import {
  refuseUninstalled,
  ServedApis,
  type ServedKind,
} from '../common/servedApis';
import { cleanName } from '../common/text';
import type { PolicyReadContext } from '../common/types';
import { ResultMerger } from '../reports/ResultMerger';
import { Locator } from '../resources/Locator';
import { readNamespaceOwners } from '../resources/readNamespaces';
import { constraintMode, isAudited } from './constraintMode';
import { constraintReady, templateFault } from './constraintReady';
import type {
  Constraint,
  ConstraintTemplate,
  GatekeeperConfig,
} from './documents';
import {
  configExclusions,
  constraintExclusions,
  mergeExceptions,
} from './readExclusions';
import { readViolations, type ReadAudit } from './readViolations';

const TEMPLATES = 'templates.gatekeeper.sh';
const CONSTRAINTS = 'constraints.gatekeeper.sh';

interface TemplateFacts {
  description: PolicyDescription;
  version?: string;
  fault?: string;
}

interface ReadConstraint {
  policy: ObservedPolicy;
  exceptions: ObservedException[];
  audit?: ReadAudit;
  isAudited: boolean;
}

/**
 * Reads Gatekeeper's constraints of all templates, what its last audit found
 * of each, and which namespaces are left out.
 *
 * @throws ObservationFailure `notInstalled` where Gatekeeper is not there
 */
export async function readGatekeeper(
  reader: KubernetesReader,
  sink: PolicySink,
  context: PolicyReadContext,
): Promise<PolicySnapshot> {
  const { now, previous, signal } = context;
  const apis = await ServedApis.read(reader, signal);
  if (!apis.has(TEMPLATES)) {
    throw new ObservationFailure(
      'notInstalled',
      `The API server does not serve ${TEMPLATES}: Gatekeeper is not there`,
    );
  }
  const readable = new ReadableKinds(previous);
  const templates = await readTemplates(reader, { apis, readable }, signal);
  const namespaces = await readNamespaceOwners(reader, context);
  const locator = new Locator(reader, context, namespaces);
  const merger = new ResultMerger();
  const exceptions: ObservedException[] = [];
  const times: string[] = [];
  let truncated = false;
  let unaudited = 0;
  for (const kind of await apis.kinds(CONSTRAINTS, ['v1beta1'])) {
    const constraints = await readable.read(
      kind,
      listMapped(
        reader,
        kind.path,
        (constraint: Constraint) =>
          readConstraint(kind, constraint, templates.get(kind.kind)),
        signal,
      ),
    );
    for (const { policy, audit, isAudited: expected, ...more } of constraints) {
      sink.policy(policy);
      exceptions.push(...more.exceptions);
      if (audit) {
        const located = await locator.locate(audit.results);
        located.forEach(result => merger.add(result));
        sink.tally(audit.tally);
        times.push(audit.tally.evaluatedAt!);
        truncated ||= audit.tally.total !== undefined;
      } else if (expected) {
        unaudited += 1;
      }
    }
    await give(sink, merger.take());
  }
  await give(sink, merger.take({ all: true }));
  exceptions.push(...(await readConfig(reader, { apis, readable }, signal)));
  readable.refuseNothing();
  await refuseUninstalled(reader, TEMPLATES, signal);
  mergeExceptions(exceptions).forEach(each => sink.exception(each));
  return {
    state: readable.state(),
    engines: readable.areAll ? ['gatekeeper'] : [],
    passes: 'notRecorded',
    truncated,
    evaluatedAt: times.sort()[0],
    notes: [
      ...readable.notes,
      ...locator.notes,
      ...(unaudited > 0
        ? [
            `Gatekeeper's audit has not looked at ${unaudited} constraints: what breaks them is not known.`,
          ]
        : []),
      ...(isAhead(times, now())
        ? ["Gatekeeper's audit is dated later than now: a clock is wrong."]
        : []),
    ],
  };
}

function isAhead(times: string[], now: Date): boolean {
  return times.some(
    time => Date.parse(time) - now.getTime() > CLOCK_TOLERANCE_MS,
  );
}

function readConstraint(
  { kind }: ServedKind,
  constraint: Constraint,
  template: TemplateFacts | undefined,
): ReadConstraint[] {
  const { metadata = {} } = constraint;
  const name = cleanName(metadata.name);
  if (!name) {
    return [];
  }
  const ready = constraintReady(constraint, template?.fault);
  const isExpected = isAudited(constraint);
  const policy: ObservedPolicy = {
    engine: 'gatekeeper',
    kind,
    name,
    ...(template?.version && { version: template.version }),
    ...template?.description,
    ...describePolicy(metadata),
    ...traceOrigin(metadata),
    mode: constraintMode(constraint),
    ...ready,
  };
  const audit = readViolations(policy, constraint);
  if (ready.ready && isExpected && !audit) {
    policy.ready = false;
    policy.notReadyBecause = 'The audit of Gatekeeper has not looked at it yet';
  }
  return [
    {
      policy,
      exceptions: constraintExclusions(kind, constraint),
      audit,
      isAudited: isExpected,
    },
  ];
}

interface Readable {
  apis: ServedApis;
  readable: ReadableKinds;
}

/** By the kind of their constraints. */
async function readTemplates(
  reader: KubernetesReader,
  { apis, readable }: Readable,
  signal: AbortSignal,
): Promise<Map<string, TemplateFacts>> {
  const templates = new Map<string, TemplateFacts>();
  const kinds = await apis.kinds(TEMPLATES, ['v1', 'v1beta1']);
  for (const kind of kinds.filter(each => each.kind === 'ConstraintTemplate')) {
    const made = listMapped(
      reader,
      kind.path,
      (template: ConstraintTemplate): Array<[string, TemplateFacts]> => {
        const { metadata = {} } = template;
        const facts = {
          description: describePolicy(metadata),
          version: traceOrigin(metadata).version,
          fault: templateFault(template),
        };
        return [[template.spec?.crd?.spec?.names?.kind ?? '', facts]];
      },
      signal,
    );
    for (const [name, facts] of await readable.read(kind, made)) {
      templates.set(name, facts);
    }
  }
  return templates;
}

async function readConfig(
  reader: KubernetesReader,
  { apis, readable }: Readable,
  signal: AbortSignal,
): Promise<ObservedException[]> {
  const kinds = await apis.kinds('config.gatekeeper.sh', ['v1alpha1']);
  const exceptions: ObservedException[] = [];
  for (const kind of kinds.filter(each => each.kind === 'Config')) {
    const made = listMapped(
      reader,
      kind.path,
      (config: GatekeeperConfig) => configExclusions(config),
      signal,
    );
    exceptions.push(...(await readable.read(kind, made)));
  }
  return exceptions;
}

async function give(
  sink: PolicySink,
  outcomes: Parameters<PolicySink['outcomes']>[0],
): Promise<void> {
  if (outcomes.length > 0) {
    await sink.outcomes(outcomes);
  }
}
