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

/** The register of exceptions from policies. */
export const exceptionsMessages = {
  exceptions: {
    question: 'Who is exempt from what, who agreed, and until when?',
    what: 'The register of exceptions',
    table: 'Exceptions',
    search: 'Search exceptions',
    count_one: '{{count}} exception',
    count_other: '{{count}} exceptions',
    open: 'Open {{name}}',
    empty: 'There is no exception',
    emptyDetail:
      'PolicyExceptions of Kyverno and namespaces that Gatekeeper leaves out are listed here with their reason, ticket, approver and end once a cluster has any.',
    noneFits: 'No exception fits these filters',
    gone: 'There is no such exception any more',
    goneDetail:
      'It was removed, or it is on clusters that you may not read, or the filters leave it out.',
    endless: 'no end',
    until: 'until {{date}}',
    engine: 'Engine',
    kind: 'Kind',
    policies: 'Exempt from',
    allRules: 'all rules',
    rules: 'rules {{rules}}',
    scope: 'Covers',
    namespaces: 'Namespaces',
    reason: 'Reason',
    noReason: 'none given',
    ticket: 'Ticket',
    requestedBy: 'Asked by',
    approvedBy: 'Agreed by',
    request: 'In the portal',
    requestLink: 'Its request, with how far it is',
    nobody: 'nobody is named',
    created: 'Created',
    end: 'End',
    exempted: 'Exempts',
    exemptedCount_one: '{{count}} finding',
    exemptedCount_other: '{{count}} findings',
    clusters: 'Clusters',
    andMore: 'and {{more}} more',
    flags: 'What is wrong with it',
  },
  exceptionColumn: {
    name: 'Exception',
    policies: 'Exempt from',
    end: 'End',
    flags: 'Notes',
    reason: 'Reason',
    approvedBy: 'Agreed by',
    exempted: 'Exempts',
    clusters: 'Clusters',
  },
} as const;
