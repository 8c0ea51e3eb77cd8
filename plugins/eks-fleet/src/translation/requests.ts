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

/** The page of all requests, quotas, and what ends soon. */
export const requestsMessages = {
  requests: {
    question: 'What was asked for, where does it stand, and what waits for me?',
    what: 'The list of requests',
    table: 'Requests',
    search: 'Search requests',
    shown: 'Whose requests',
    waiting: 'Waits for me',
    mine: 'Mine and my teams’',
    all: 'All under way',
    withOver: 'Also what is over',
    more: 'Load more',
    ask: 'Ask for a namespace',
    clear: 'Clear filters',
    kind: 'Kind',
    operation: 'What for',
    onlyCluster: 'on {{cluster}}',
    onlyThing: 'about {{thing}}',
    askedBy: 'asked by {{who}}',
    open: 'Open the request {{title}}',
    atLeast: 'at least',
    perMonth: 'USD a month',
    inEnvironment_one: '{{environment}}, {{count}} cluster',
    inEnvironment_other: '{{environment}}, {{count}} clusters',
    costOfNamespace: 'with its namespace',
    noCost: 'not known',
    problem: 'To be looked at: {{problem}}',
    queue_one: 'Next in the queue of the Git host',
    queue_other: 'Number {{count}} in the queue of the Git host',
    noneFits: 'No request fits these filters',
    noneWaiting: 'Nothing waits for you',
    noneWaitingDetail:
      'Requests that you may approve or reject are listed here as soon as they are asked for.',
    noneMine: 'You and your teams have nothing under way',
    noneUnderWay: 'Nothing is under way',
    showOver: 'Show what is over',
    showAll: 'Show all under way',
    off: 'Nothing can be asked for here',
    offDetail:
      'An operator switches requests on with eksFleet.requests.enabled; teams then ask for namespaces, clusters and applications here.',
    empty: 'Nobody asked for anything yet',
    emptyDetail:
      'Here teams ask for namespaces, clusters and applications. Each request shows whether it may be, what it costs, who has to agree, and how far it is until it is ready.',
  },
  requestColumn: {
    state: 'State',
    title: 'What',
    owner: 'For',
    requested: 'Asked by',
    cost: 'Cost',
    expires: 'Ends on',
    updated: 'Changed',
  },
  quota: {
    title: 'Quota by team',
    what: 'The quotas of teams',
    hint: 'used + reserved by requests under way, of the limit',
    team: 'Team',
    clusters: 'Clusters',
    namespaces: 'Namespaces',
    vcpu: 'vCPU',
    memoryGib: 'Memory',
    storageGib: 'Storage',
    monthlyCost: 'Cost a month',
    taken: '{{used}} + {{reserved}} of {{limit}}',
    takenOfLimit: '{{used}} of {{limit}}',
    takenNoLimit: '{{used}}, no limit',
    takenReservedNoLimit: '{{used}} + {{reserved}}, no limit',
    left: '{{amount}} left',
    over: 'over by {{amount}}',
    unknown_one: 'not known of {{count}}',
    unknown_other: 'not known of {{count}}',
    unknownHint:
      'Of that many clusters and namespaces nobody knows what they take; they are not in what is used.',
    wanted: 'this takes {{amount}}',
    givesBack: 'this gives back {{amount}}',
    unchanged: 'this takes no more',
    label: '{{resource}} of {{team}}: {{taken}}, {{left}}',
    none: 'No team has a quota',
    noneDetail:
      'Without quotas each request needs an approval, as long as no rule says otherwise. An operator sets them in the configuration, under eksFleet.requests.quotas.',
    allTeams_one: 'Show {{count}} more team',
    allTeams_other: 'Show {{count}} more teams',
    fewerTeams: 'Show fewer',
    table: 'Show as table',
  },
  expiring: {
    title: 'Ends soon',
    what: 'What ends soon',
    hint: 'clusters and namespaces, the first to end first',
    none: 'Nothing ends within the next days',
    noEnds: 'What ends soon is listed here, to be extended in time.',
    past_one: 'ended {{count}} day ago',
    past_other: 'ended {{count}} days ago',
    today: 'ends today',
    in_one: 'ends in {{count}} day',
    in_other: 'ends in {{count}} days',
    extend: 'Extend',
    extendName: 'Extend {{name}}',
    underWay: 'Request under way',
    busy: 'Somebody’s request is under way',
    onCluster: '{{name}} on {{cluster}}',
  },
  extend: {
    title: 'Extend {{name}}?',
    will: 'A pull request that moves its end from {{from}} to {{to}} is opened in the fleet repository, after an approval where one is needed. Nothing else of it changes.',
    choose: 'Choose the day until which it is needed.',
    noEnd: 'no end',
    reason: 'Why is it needed longer?',
    confirm: 'Ask for it',
    done: 'The extension is asked for',
    open: 'Open the request',
    moved:
      'Git says something else of it than when this was opened. What it says now is shown; look at it again.',
    notAllowed: 'You may not ask for this here',
    loading: 'What Git says of it',
  },
  namespaces: {
    title: 'Namespaces',
    what: 'The namespaces of this cluster',
    hint: 'that were asked for in the portal',
    request: 'Request a namespace here',
    none: 'No namespace on this cluster was asked for in the portal',
    noneDetail:
      'What teams ask for is listed here with its owner, what it may take, and when it ends. Other namespaces of the cluster are not.',
    name: 'Namespace',
    owner: 'Owner',
    use: 'May take',
    state: 'State',
    ends: 'Ends',
    act: 'Actions',
    noEnd: 'no end',
    seen: 'seen {{age}}',
    more_one: '{{count}} more on the Requests page',
    more_other: '{{count}} more on the Requests page',
  },
  overviewRequests: {
    title: 'Requests',
    all: 'All requests ({{total}})',
    none: 'Nothing is under way',
    waiting_one: '{{count}} waits for you',
    waiting_other: '{{count}} wait for you',
    mine_one: '{{count}} of yours is under way',
    mine_other: '{{count}} of yours are under way',
  },
} as const;
