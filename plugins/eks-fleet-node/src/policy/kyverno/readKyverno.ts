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
  PolicySink,
  PolicySnapshot,
} from '../../extensions/policySources';
import type { KubernetesReader } from '../../kubernetes/client/types';
import type { KubernetesObject } from '../../kubernetes/objects/types';
import { ObservationFailure } from '../../observation/ObservationFailure';
import { listMapped } from '../common/allowed';
import { describePolicy, traceOrigin } from '../common/describePolicy';
import { giveUnlessKnown } from '../common/giveUnlessKnown';
import { ReadableKinds } from '../common/readableKinds';
import {
  refuseUninstalled,
  ServedApis,
  type ServedKind,
} from '../common/servedApis';
import { cleanName } from '../common/text';
import type { PolicyReadContext } from '../common/types';
import type {
  CelException,
  CelPolicy,
  KyvernoPolicy,
  LegacyException,
} from './documents';
import { celMode, kyvernoMode } from './policyModes';
import { celReady, kyvernoReady } from './policyReady';
import { celException, legacyException } from './readExceptions';
import { CEL_VERSIONS, KYVERNO_VERSIONS } from './versions';

const LEGACY = 'kyverno.io';
const CEL = 'policies.kyverno.io';

const LEGACY_POLICY = /^(Cluster)?Policy$/;
const CEL_POLICY =
  /^(Namespaced)?(Image)?(Validating|Mutating|Generating|Deleting)Policy$/;

/**
 * Reads Kyverno's policies of both generations, each kind in the newest
 * version that is served, and its exceptions.
 *
 * @throws ObservationFailure `notInstalled` where Kyverno is not there
 */
export async function readKyverno(
  reader: KubernetesReader,
  sink: PolicySink,
  context: PolicyReadContext,
): Promise<PolicySnapshot> {
  const { previous, signal } = context;
  const apis = await ServedApis.read(reader, signal);
  const groups = [LEGACY, CEL].filter(group => apis.has(group));
  if (groups.length === 0) {
    throw new ObservationFailure(
      'notInstalled',
      `The API server serves neither ${LEGACY} nor ${CEL}: Kyverno is not there`,
    );
  }
  const readable = new ReadableKinds(previous);
  const policies: ObservedPolicy[] = [];
  const exceptions: ObservedException[] = [];
  const kinds = [
    ...(await apis.kinds(LEGACY, KYVERNO_VERSIONS)),
    ...(await apis.kinds(CEL, CEL_VERSIONS)),
  ];
  for (const kind of kinds) {
    const toPolicy = policyReader(kind);
    const toException = exceptionReader(kind);
    if (toPolicy) {
      const made = listMapped(reader, kind.path, toPolicy, signal);
      policies.push(...(await readable.read(kind, made)));
    } else if (toException) {
      const made = listMapped(reader, kind.path, toException, signal);
      exceptions.push(...(await readable.read(kind, made)));
    }
  }
  readable.refuseNothing();
  for (const group of groups) {
    await refuseUninstalled(reader, group, signal);
  }
  return giveUnlessKnown(sink, {
    engine: 'kyverno',
    readable,
    policies,
    exceptions,
    previous,
  });
}

/** Whichever of the kinds it is. */
type Made<TOne, TOther, TMade> = ((item: TOne & TOther) => TMade[]) | undefined;

function policyReader({
  group,
  kind,
}: ServedKind): Made<KyvernoPolicy, CelPolicy, ObservedPolicy> {
  if (group === LEGACY && LEGACY_POLICY.test(kind)) {
    return (policy: KyvernoPolicy) =>
      describeKyverno(kind, policy, {
        mode: kyvernoMode(policy),
        ...kyvernoReady(policy),
      });
  }
  if (group === CEL && CEL_POLICY.test(kind)) {
    return (policy: CelPolicy) =>
      describeKyverno(kind, policy, {
        mode: celMode(kind, policy),
        ...celReady(policy),
      });
  }
  return undefined;
}

function exceptionReader({
  group,
  version,
  kind,
}: ServedKind): Made<LegacyException, CelException, ObservedException> {
  const apiVersion = `${group}/${version}`;
  if (kind !== 'PolicyException') {
    return undefined;
  }
  return group === LEGACY
    ? (exception: LegacyException) => legacyException(apiVersion, exception)
    : (exception: CelException) => celException(apiVersion, exception);
}

function describeKyverno(
  kind: string,
  { metadata = {} }: KubernetesObject,
  state: Pick<ObservedPolicy, 'mode' | 'ready' | 'notReadyBecause'>,
): ObservedPolicy[] {
  const name = cleanName(metadata.name);
  const namespace = cleanName(metadata.namespace);
  return name
    ? [
        {
          engine: 'kyverno',
          kind,
          ...(namespace && { namespace }),
          name,
          ...describePolicy(metadata),
          ...traceOrigin(metadata),
          ...state,
        },
      ]
    : [];
}
