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

import type { GatekeeperStory, PolicyStory } from '../../model/policyStory';
import {
  timestamp,
  type DerivedObject,
  type KubernetesObject,
  type MetadataOf,
  type ObjectMetadata,
} from '../objects/KubernetesObject';
import { exceptionsFor, exemptEntries, isExempt } from './gatekeeperExceptions';
import {
  GATEKEEPER_PODS,
  gatekeeperAnnotations,
  operationsOf,
  type Audit,
} from './gatekeeperTemplates';
import { chartLabels } from './kyvernoObjects';
import { MATCHES } from './library';
import { isMatched } from './results';
import type { ClusterPolicySetting, LibraryPolicy } from './types';

const AUDIT_SECONDS = 60;
const VIOLATIONS_LIMIT = 20;
const MESSAGE_LENGTH = 256;

/** A constraint, whose status is that of the last audit. */
export class Constraint implements DerivedObject {
  readonly metadata: ObjectMetadata;
  readonly #setting: ClusterPolicySetting;
  readonly #audit: Audit;

  constructor(
    setting: ClusterPolicySetting,
    audit: Audit,
    metadata: MetadataOf,
  ) {
    const { policy } = setting;
    this.#setting = setting;
    this.#audit = audit;
    this.metadata = metadata(policy.kind, policy.name, {
      labels: chartLabels(audit.story),
      annotations: constraintAnnotations(setting, audit.story),
      generation: 1,
    });
  }

  render(now: Date): KubernetesObject {
    const { policy, mode, parameters, excludedNamespaces } = this.#setting;
    const { gatekeeper, story } = this.#audit;
    const action = { audit: 'dryrun', enforce: 'deny', warn: 'warn' }[mode];
    const violations = this.#violations(action);
    const listed = violations.slice(
      0,
      gatekeeper.violationsLimit ?? VIOLATIONS_LIMIT,
    );
    return {
      metadata: {
        ...this.metadata,
        // Each audit writes the status anew.
        resourceVersion: String(
          Math.floor(auditedAt(gatekeeper, now).getTime() / 1000),
        ),
      },
      spec: {
        ...enforcementOf(policy, action),
        match: {
          kinds: MATCHES[policy.match].map(({ group, kinds }) => ({
            apiGroups: [group],
            kinds,
          })),
          ...(excludedNamespaces.length > 0 && { excludedNamespaces }),
        },
        parameters: { ...parameters, exempt: exemptEntries(policy, story) },
      },
      status: {
        // What is not audited has no such fields.
        ...(!policy.admissionOnly && {
          auditTimestamp: timestamp(auditedAt(gatekeeper, now)),
          totalViolations: violations.length,
        }),
        ...(listed.length > 0 && { violations: listed }),
        byPod: GATEKEEPER_PODS.map(id => ({
          id,
          constraintUID: this.metadata.uid,
          enforced: gatekeeper.templateErrors?.[policy.name] === undefined,
          observedGeneration: 1,
          operations: operationsOf(id),
          enforcementPointsStatus: [],
        })),
      },
    };
  }

  /** In the order in which a limited list keeps the first of them. */
  #violations(enforcementAction: string): ViolationEntry[] {
    const { policy, parameters } = this.#setting;
    const { surroundings, subjects, gatekeeper, story } = this.#audit;
    if (
      policy.admissionOnly ||
      gatekeeper.templateErrors?.[policy.name] !== undefined
    ) {
      return [];
    }
    const found: ViolationEntry[] = [];
    for (const subject of subjects()) {
      const { kind, apiVersion, object } = subject;
      const violation =
        isMatched(this.#setting, subject) &&
        !isExempt(policy, story, subject) &&
        policy.check(subject, parameters, surroundings);
      if (violation) {
        const [version, group = ''] = apiVersion.split('/').reverse();
        found.push({
          enforcementAction,
          group,
          version,
          kind,
          name: object.metadata.name,
          ...(object.metadata.namespace && {
            namespace: object.metadata.namespace,
          }),
          message: cut(violation.message),
        });
      }
    }
    const keys = new Map(found.map(entry => [entry, sortKey(entry)]));
    return found.sort((one, other) =>
      keys.get(one)! < keys.get(other)! ? -1 : 1,
    );
  }
}

interface ViolationEntry {
  enforcementAction: string;
  group: string;
  version: string;
  kind: string;
  name: string;
  namespace?: string;
  message: string;
}

function sortKey(entry: ViolationEntry): string {
  const { group, version, kind, namespace = '', name, message } = entry;
  return [group, version, kind, namespace, name, message].join('\u0000');
}

/** What is only looked at while it is written names where, and audit is not there. */
function enforcementOf({ admissionOnly }: LibraryPolicy, action: string) {
  return admissionOnly
    ? {
        enforcementAction: 'scoped',
        scopedEnforcementActions: [
          {
            action,
            enforcementPoints: [
              { name: 'validation.gatekeeper.sh' },
              { name: 'gator.gatekeeper.sh' },
            ],
          },
        ],
      }
    : { enforcementAction: action };
}

/** Gatekeeper has no exceptions of its own: the chart notes them on the constraint. */
function constraintAnnotations(
  setting: ClusterPolicySetting,
  story: PolicyStory,
): Record<string, string> {
  const exceptions = exceptionsFor(setting.policy, story).map(
    ([name, { policies: _policies, ...exception }]) => ({
      name,
      ...exception,
    }),
  );
  return {
    ...gatekeeperAnnotations(setting),
    ...(exceptions.length > 0 && {
      'eks-fleet.io/exceptions': JSON.stringify(exceptions),
    }),
  };
}

function cut(message: string): string {
  return message.length > MESSAGE_LENGTH
    ? `${message.slice(0, MESSAGE_LENGTH - 3)}...`
    : message;
}

/** Audits begin on the minute. */
function auditedAt({ auditedSecondsAgo }: GatekeeperStory, now: Date): Date {
  const seconds = Math.floor(now.getTime() / 1000);
  return new Date(
    1000 *
      (auditedSecondsAgo === undefined
        ? seconds - (seconds % AUDIT_SECONDS)
        : seconds - auditedSecondsAgo),
  );
}
