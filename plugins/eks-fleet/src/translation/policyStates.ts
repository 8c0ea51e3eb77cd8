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

/** One word for each state of policies, findings and exceptions. */
export const policyStateMessages = {
  policySeverity: {
    critical: 'critical',
    high: 'high',
    medium: 'medium',
    low: 'low',
    info: 'info',
    unknown: 'no severity',
  },
  policyMode: {
    enforce: 'enforce',
    warn: 'warn',
    audit: 'audit',
    mixed: 'mixed',
    off: 'off',
  },
  policyResult: {
    fail: 'fails',
    error: 'not evaluated',
    warn: 'warns',
    exempt: 'exempt',
  },
  policyCell: {
    deployed: 'deployed',
    reported: 'known from results only',
    notDeployed: 'not deployed',
    noEngine: 'no policy engine',
    unknown: 'not known',
  },
  policyDrift: {
    missing: 'Git has it, the cluster does not',
    unexpected: 'the cluster has it, Git does not',
    mode: 'its mode is not the one in Git',
    version: 'its version is not the one in Git',
  },
  safeVerdict: {
    safe: 'safe to enforce',
    notYet: 'not yet',
    failing: 'would refuse',
    enforced: 'enforced',
    unknown: 'not known',
  },
  exceptionState: {
    expired: 'expired',
    expiring: 'ends soon',
    active: 'active',
  },
  exceptionFlag: {
    honouredAfterExpiry: 'still honoured',
    tooBroad: 'too broad',
    endless: 'without end',
    unused: 'unused',
  },
  exceptionReason: {
    honouredAfterExpiry:
      'It is past its end, and the engine still exempts what it covers.',
    tooBroad: 'It covers everything of a kind, or all namespaces.',
    endless: 'It has no end date, so nobody is asked again.',
    unused: 'No finding names it; it can probably go.',
  },
  policyEngine: {
    kyverno: 'Kyverno',
    gatekeeper: 'Gatekeeper',
    vap: 'ValidatingAdmissionPolicy',
    kubewarden: 'Kubewarden',
    trivy: 'Trivy',
    'kube-bench': 'kube-bench',
    'security-hub': 'Security Hub',
    falco: 'Falco',
    other: 'other',
  },
  due: {
    overdue: 'overdue since {{age}}',
    on: 'due {{date}}',
    none: 'no due date',
  },
} as const;
