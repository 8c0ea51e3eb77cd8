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
  Source,
  SourcePart,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { clusterSourcesMessages } from '../translation/clusterSources';
import { collectionPolicy } from './collectionPolicy';
import {
  accessEntryCommand,
  POLICY_ROLE,
  READER_ROLE,
  REPORTER_LOOK,
  reporterInstallCommand,
} from './kubernetesAccess';

type MendKey =
  `sourceMend.${keyof (typeof clusterSourcesMessages)['sourceMend']}`;

/** Something that a person can do about a source that fails. */
export interface SourceMend {
  /** Key of a sentence that says more. */
  detail?: MendKey;
  /** To copy, each under its title. */
  snippets: { title: MendKey; text: string }[];
  /** Whether it is done for the whole account, where its target is. */
  account?: boolean;
}

/** What is known of policies without the cluster's own API. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'policyReporter',
  'policySecurityHub',
]);

/** What tools push with a token. */
const BY_TOOLS: ReadonlySet<string> = new Set([
  'policyKubeBenchPushed',
  'policyReporterWebhook',
]);

/**
 * What would mend what is wrong with a source; nothing for what mends itself.
 *
 * @param portalUrl - where this portal's backend answers
 */
export function sourceMends(source: Source, portalUrl: string): SourceMend[] {
  const has = hasPart(source);
  switch (source.kind) {
    case 'policy': {
      const parts = source.parts.filter(
        ({ kind, pushed }) => !pushed && !ELSEWHERE.has(kind),
      );
      return [
        ...reachCluster({ ...source, parts }, portalUrl),
        ...lookAtPushes(source),
        ...(source.parts.some(isToMendElsewhere)
          ? [{ detail: 'sourceMend.securityHub' as const, snippets: [] }]
          : []),
      ];
    }
    case 'eks':
      return [
        ...(has('forbidden') ? allowMissing(source) : []),
        ...(has('unauthenticated') ? [{ snippets: [], account: true }] : []),
      ];
    case 'kubernetes':
      return reachCluster(source, portalUrl);
    case 'reporter':
      return lookAtReporter(source);
    default:
      return [];
  }
}

function lookAtReporter(source: Source): SourceMend[] {
  const has = hasPart(source);
  return [
    ...(has('forbidden')
      ? [{ detail: 'sourceMend.reporterRole' as const, snippets: [] }]
      : []),
    ...(has('stale', 'pending', 'unauthenticated', 'unreachable', 'timeout')
      ? [
          {
            detail: 'sourceMend.reporterLookDetail' as const,
            snippets: [
              {
                title: 'sourceMend.reporterLook' as const,
                text: REPORTER_LOOK,
              },
            ],
          },
        ]
      : []),
  ];
}

/** What the cluster brings by itself is mended there. */
function lookAtPushes(source: Source): SourceMend[] {
  const pushed = source.parts.filter(part => part.pushed);
  const ofTools = pushed.filter(({ kind }) => BY_TOOLS.has(kind));
  const ofReporter = pushed.filter(({ kind }) => !BY_TOOLS.has(kind));
  return [
    ...lookAtReporter({ ...source, parts: ofReporter }),
    ...(ofTools.some(({ state }) => state === 'stale')
      ? [{ detail: 'sourceMend.pushTool' as const, snippets: [] }]
      : []),
  ];
}

function hasPart({ parts }: Source) {
  return (...states: SourcePart['state'][]) =>
    parts.some(({ state }) => states.includes(state));
}

function isToMendElsewhere({ kind, state }: SourcePart): boolean {
  return (
    kind === 'policySecurityHub' &&
    !['fresh', 'notInstalled', 'pending', 'throttled'].includes(state)
  );
}

function reachCluster(source: Source, portalUrl: string): SourceMend[] {
  const has = hasPart(source);
  return [
    ...(has('unauthenticated', 'forbidden')
      ? [giveAccess(source, has('unauthenticated'))]
      : []),
    ...(has('unreachable', 'timeout')
      ? [installReporter(source, portalUrl)]
      : []),
  ];
}

function allowMissing(source: Source): SourceMend[] {
  const policy = collectionPolicy(
    source.parts
      .filter(({ state }) => state === 'forbidden')
      .map(({ kind }) => kind),
  );
  return policy
    ? [
        {
          snippets: [
            {
              title: 'sourceMend.iam',
              text: JSON.stringify(policy, undefined, 2),
            },
          ],
        },
      ]
    : [];
}

/** What is likelier to be missing comes first. */
function giveAccess(source: Source, unknown: boolean): SourceMend {
  const entry = {
    title: 'sourceMend.accessEntry' as const,
    text: accessEntryCommand(source),
  };
  const readsPolicies = source.parts.some(
    ({ kind, state }) => kind.startsWith('policy') && state === 'forbidden',
  );
  const role = {
    title: 'sourceMend.role' as const,
    text: readsPolicies ? `${READER_ROLE}---\n${POLICY_ROLE}` : READER_ROLE,
  };
  return {
    detail: 'sourceMend.roleName',
    snippets: unknown ? [entry, role] : [role, entry],
  };
}

function installReporter(source: Source, portalUrl: string): SourceMend {
  return {
    detail: 'sourceMend.reporterDetail',
    snippets: [
      {
        title: 'sourceMend.reporter',
        text: reporterInstallCommand(source, portalUrl),
      },
    ],
  };
}
