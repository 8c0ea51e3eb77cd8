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

/** Tokens by which tools within a cluster push. */
export const ingestTokensMessages = {
  ingestTokens: {
    open: 'Push tokens',
    title: 'Push tokens of {{cluster}}',
    detail:
      'With a token, Policy Reporter and kube-bench send what they find in this cluster to the portal, where the portal has no way in. Whoever has it can say anything of the policies of this cluster, and nothing else. fleet-reporter needs none.',
    what: 'The tokens',
    table: 'Tokens',
    none: 'No token yet',
    noneDetail: 'Nothing can be pushed for this cluster with a token.',
    label: 'What for',
    state: 'State',
    issued: 'Issued',
    lastUsed: 'Last used',
    expires: 'Expires',
    by: 'by {{who}}',
    never: 'never',
    revoke: 'Revoke',
    revokeOf: 'Revoke {{label}}',
    revokeAsk: 'Revoke {{label}}? What still uses it is turned away at once.',
    revoked: 'The token {{label}} was revoked',
    keep: 'Keep it',
    issue: 'Issue a token',
    issueLabel: 'What for',
    issueLabelHint: 'Such as the tool that will have it.',
    issueDays: 'Valid for days',
    issueDaysHint: 'At most {{days}}.',
    labelMissing: 'Say what it is for.',
    daysWrong: 'Choose a number of days from 1 to {{days}}.',
    full: 'As many tokens are valid as may be at once. Revoke the one that is no longer used to issue another.',
    replace:
      'To replace a token, issue another one, give it to the tool, and revoke the first once it is not used any more.',
    failed: 'That did not work: {{message}}',
    once: 'Copy the token now: it is not shown again.',
    token: 'Token',
    reporterValues: 'Values of Policy Reporter’s chart',
    benchCommand: 'What a job with kube-bench runs',
  },
  ingestTokenState: {
    valid: 'valid',
    expiresSoon: 'expires soon',
    expired: 'expired',
    revoked: 'revoked',
    ofFormerCluster: 'of a cluster before',
  },
} as const;
