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

/** One word for each state, the same on every page. */
export const stateMessages = {
  support: {
    standard: 'standard',
    extended: 'extended',
    unsupported: 'unsupported',
    unknown: 'support unknown',
  },
  observation: {
    fresh: 'fresh',
    stale: 'stale',
    failing: 'failing',
    unmanaged: 'out of scope',
    unknown: 'never seen',
  },
  verdict: {
    ready: 'ready',
    blocked: 'blocked',
    unknown: 'unknown',
    done: 'at the target',
  },
  severity: {
    blocking: 'blocks',
    unknown: 'not known',
    warning: 'warning',
    info: 'for information',
  },
  observationAge: {
    fresh: 'fresh',
    stale: 'stale',
    failing: 'failing',
    missing: 'never observed',
    notApplicable: 'not asked for',
  },
  compatible: {
    yes: 'compatible',
    no: 'not compatible',
    unknown: 'not known',
  },
  newest: {
    current: 'newest',
    behind: 'behind',
    unknown: 'not known',
  },
  timelineKind: {
    version: 'Kubernetes version',
    platform: 'platform version',
    nodegroup: 'node group',
    addon: 'add-on',
    capability: 'capability',
    update: 'update',
    readiness: 'readiness',
    waiver: 'waiver',
    health: 'health',
    created: 'creation',
  },
  timelineTone: {
    neutral: 'for information',
    good: 'good',
    warning: 'warning',
    bad: 'failure',
  },
  target: {
    pending: 'waiting for first scan',
    fresh: 'fresh',
    stale: 'stale',
    unmanaged: 'out of scope',
    unauthenticated: 'not signed in',
    forbidden: 'access denied',
    notAllowed: 'denied by organization',
    throttled: 'throttled',
    unreachable: 'unreachable',
    timeout: 'timed out',
    notFound: 'not found',
    disabled: 'switched off',
    notInstalled: 'not installed',
    invalid: 'invalid answer',
  },
  targetReason: {
    pending: 'Discovery has not read it yet.',
    fresh: 'All clusters were read.',
    stale:
      'No scan has succeeded for longer than expected. What is shown is what was last seen.',
    unmanaged:
      'The account or Region is no longer in the scope of discovery; its clusters stay until the grace time ends.',
    unauthenticated:
      'The credentials that the portal uses are missing, wrong or expired.',
    forbidden:
      'AWS denies access: the role cannot be assumed, or may not read.',
    notAllowed:
      'A policy of the organization denies the Region. That is no failure; it is tried again once a day.',
    throttled:
      'AWS asked for fewer calls. Discovery slows down by itself and goes on.',
    unreachable: 'AWS could not be reached from the portal.',
    timeout: 'AWS did not answer in time.',
    notFound: 'AWS does not know it.',
    disabled: 'The Region is not enabled in this account.',
    notInstalled: 'What should be asked is not installed.',
    invalid: 'AWS answered with something that makes no sense.',
  },
} as const;
