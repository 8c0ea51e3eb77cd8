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

import type { PolicyMode } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  ObservedPolicy,
  PolicySink,
  PolicySnapshot,
} from '../../extensions/policySources';
import type { KubernetesReader } from '../../kubernetes/client/types';
import type {
  Condition,
  KubernetesObject,
  ObjectMeta,
} from '../../kubernetes/objects/types';
import { ObservationFailure } from '../../observation/ObservationFailure';
import { listMapped } from '../common/allowed';
import { describePolicy, own, traceOrigin } from '../common/describePolicy';
import { giveUnlessKnown } from '../common/giveUnlessKnown';
import { ReadableKinds } from '../common/readableKinds';
import { ServedApis } from '../common/servedApis';
import { cleanName, cleanText } from '../common/text';
import type { PolicyReadContext } from '../common/types';
import { modeOfActions } from '../kyverno/policyModes';

const GROUP = 'admissionregistration.k8s.io';
const VERSIONS = ['v1', 'v1beta1'];

interface AdmissionPolicy extends KubernetesObject {
  status?: {
    observedGeneration?: number;
    typeChecking?: {
      expressionWarnings?: Array<{ fieldRef?: unknown; warning?: unknown }>;
    };
    conditions?: Condition[];
  };
}

interface AdmissionBinding extends KubernetesObject {
  spec?: { policyName?: string; validationActions?: string[] };
}

/**
 * Reads ValidatingAdmissionPolicies that people made, each with what its
 * bindings do. Those that Kyverno and Gatekeeper made of their own policies
 * are left out.
 *
 * @throws ObservationFailure `notInstalled` where the API server has none
 */
export async function readAdmissionPolicies(
  reader: KubernetesReader,
  sink: PolicySink,
  context: PolicyReadContext,
): Promise<PolicySnapshot> {
  const { previous, signal } = context;
  const apis = await ServedApis.read(reader, signal);
  const kinds = await apis.kinds(GROUP, VERSIONS);
  const policyKind = kinds.find(
    ({ kind }) => kind === 'ValidatingAdmissionPolicy',
  );
  const bindingKind = kinds.find(
    ({ kind }) => kind === 'ValidatingAdmissionPolicyBinding',
  );
  if (!policyKind || !bindingKind) {
    throw new ObservationFailure(
      'notInstalled',
      'The API server does not serve ValidatingAdmissionPolicy',
    );
  }
  const readable = new ReadableKinds(previous);
  const bindings = await readable.read(
    bindingKind,
    listMapped(
      reader,
      bindingKind.path,
      ({ spec }: AdmissionBinding) => [
        {
          policy: spec?.policyName ?? '',
          mode: modeOfActions(spec?.validationActions ?? []),
        },
      ],
      signal,
    ),
  );
  const policies = await readable.read(
    policyKind,
    listMapped(
      reader,
      policyKind.path,
      (policy: AdmissionPolicy) => toPolicy(policy, bindings),
      signal,
    ),
  );
  if (!readable.areAll) {
    // A policy alone does not say what becomes of what breaks it.
    throw new ObservationFailure('forbidden', readable.notes.join(' '));
  }
  return giveUnlessKnown(sink, { engine: 'vap', readable, policies, previous });
}

function toPolicy(
  policy: AdmissionPolicy,
  bindings: Array<{ policy: string; mode: PolicyMode }>,
): ObservedPolicy[] {
  const { metadata = {} } = policy;
  const name = cleanName(metadata.name);
  if (!name || isGenerated(metadata)) {
    return [];
  }
  const modes = new Set(
    bindings
      .filter(binding => binding.policy === metadata.name)
      .map(({ mode }) => mode),
  );
  return [
    {
      engine: 'vap',
      kind: 'ValidatingAdmissionPolicy',
      name,
      ...describePolicy(metadata),
      ...traceOrigin(metadata),
      // Without a binding it is asked about nothing.
      mode: modes.size > 1 ? 'mixed' : [...modes][0] ?? 'off',
      ...readyOf(policy),
    },
  ];
}

/** By another engine, of a policy that it has itself. */
function isGenerated({ labels, name = '', ownerReferences = [] }: ObjectMeta) {
  return (
    own(labels, 'app.kubernetes.io/managed-by') === 'kyverno' ||
    (name.startsWith('gatekeeper-') && ownerReferences.length > 0) ||
    ownerReferences.some(({ apiVersion = '' }) =>
      /(^|\.)(kyverno\.io|gatekeeper\.sh)\//.test(apiVersion),
    )
  );
}

function readyOf({
  status,
}: AdmissionPolicy): Pick<ObservedPolicy, 'ready' | 'notReadyBecause'> {
  const [warning] = status?.typeChecking?.expressionWarnings ?? [];
  if (warning) {
    const where = cleanText(warning.fieldRef, 100) ?? 'an expression';
    return {
      ready: false,
      notReadyBecause: `${where}: ${
        cleanText(warning.warning, 400) ?? 'its types do not fit'
      }`,
    };
  }
  // Nothing is said until the types were checked.
  return status?.typeChecking ? { ready: true } : {};
}
