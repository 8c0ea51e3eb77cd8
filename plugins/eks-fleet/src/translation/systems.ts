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

export const systemsMessages = {
  systems: {
    title: 'Systems',
    hint: 'What is read besides AWS and clusters.',
    what: 'The list of systems',
    table: 'Git hosts, Argo CD, sources of alerts and of findings',
    name: 'System',
    state: 'State',
    reason: 'Reason and what to do',
    lastSuccess: 'Last success',
    watchdogLost:
      'Its Watchdog has not come in time: alerts may no longer get through. Look at Prometheus and at the route of Alertmanager.',
  },
  systemKind: {
    git: 'Git',
    argocd: 'Argo CD',
    alertmanager: 'Alertmanager',
    cloudwatch: 'CloudWatch',
    securityHub: 'Security Hub',
  },
} as const;

/** What a state means for a system and what mends it, as `<kind>_<state>`. */
export const systemReasons = {
  git_fresh: 'Its branch was read.',
  git_stale:
    'It was not read for a while: the Git host may have asked for fewer calls, or keeps the portal waiting.',
  git_pending: 'It has not been read since the backend started.',
  git_unauthenticated:
    'The Git host does not accept the credentials. Renew what integrations has for this host.',
  git_forbidden:
    'The Git host does not let the portal read it. Give the token or the app in integrations access to this repository.',
  git_throttled:
    'The Git host asked for fewer calls. Reading slows down by itself and goes on.',
  git_unreachable:
    'The Git host cannot be reached from the portal. Look at DNS, firewalls, proxies and its certificate.',
  git_timeout: 'The Git host did not answer in time. It is tried again soon.',
  git_notFound:
    'The repository or its branch is not there for the portal. Compare eksFleet.fleetRepositories with the Git host, and see what the token may read.',
  git_invalid:
    'The answer makes no sense. See whether the repository was renamed and whether integrations names the right API.',
  argocd_fresh: 'Its applications were read.',
  argocd_stale:
    'Its applications were not read for a while. It is tried again soon.',
  argocd_pending: 'It has not been read since the backend started.',
  argocd_unauthenticated:
    'The cluster of Argo CD does not know the role that the portal comes with. Give the role an access entry.',
  argocd_forbidden:
    'The cluster of Argo CD does not let the portal list applications. Bind its role to a ClusterRole that may.',
  argocd_notAllowed:
    'A policy of the organization denies the role that the cluster of Argo CD knows.',
  argocd_throttled:
    'The cluster of Argo CD asked for fewer calls. It is tried again soon.',
  argocd_unreachable:
    'There is no way to the API of the cluster of Argo CD. See that discovery finds this cluster and that the portal reaches its endpoint.',
  argocd_timeout:
    'The API of the cluster of Argo CD did not answer in time. It is tried again soon.',
  argocd_notFound:
    'The cluster has no applications of Argo CD. Compare cluster and namespace in eksFleet.argocd.',
  argocd_disabled: 'The cluster does not serve applications of Argo CD.',
  argocd_notInstalled:
    'Argo CD is not installed there. Compare cluster in eksFleet.argocd.',
  argocd_invalid:
    'The API of the cluster of Argo CD answered with something that makes no sense.',
  alertmanager_fresh: 'It tells what fires.',
  alertmanager_stale:
    'It was not read for several minutes, so that its silence means nothing.',
  alertmanager_pending:
    'Nothing came of it yet. Where it posts, see its route to the portal; where it is read, see its URL in eksFleet.alerts.',
  alertmanager_unauthenticated:
    'It does not accept the credentials. Renew them in eksFleet.alerts.',
  alertmanager_forbidden:
    'It does not let the portal read. See what the credentials in eksFleet.alerts may do.',
  alertmanager_throttled: 'It asked for fewer calls. It is tried again soon.',
  alertmanager_unreachable:
    'It cannot be reached from the portal. Look at its URL in eksFleet.alerts, DNS and firewalls.',
  alertmanager_timeout: 'It did not answer in time. It is tried again soon.',
  alertmanager_notFound:
    'There is no API of Alertmanager at its URL. Compare the URL in eksFleet.alerts.',
  alertmanager_invalid:
    'It answered with something that makes no sense. Compare its URL in eksFleet.alerts.',
  cloudwatch_fresh: 'Events of its alarms arrive.',
  cloudwatch_stale: 'No event came for a while.',
  cloudwatch_pending:
    'No event of an alarm came yet: none has changed, or the rule that forwards them is missing.',
  securityHub_fresh: 'Its findings were read for all clusters.',
  securityHub_stale:
    'Its findings were not read to their end for a while. It is tried again soon.',
  securityHub_pending:
    'Its findings have not been read to their end yet. The first time may take an hour.',
  securityHub_unauthenticated:
    'AWS does not accept the credentials. See the role of this account in aws.accounts, and whom it trusts.',
  securityHub_forbidden:
    'The role may not read findings. Allow it securityhub:GetFindings in the account and Region of eksFleet.policies.securityHub.',
  securityHub_notAllowed:
    'A policy of the organization denies the role to read findings.',
  securityHub_throttled:
    'Security Hub asked for fewer calls. Reading slows down by itself and goes on.',
  securityHub_unreachable:
    'Security Hub cannot be reached from the portal. Look at DNS, firewalls and VPC endpoints.',
  securityHub_timeout:
    'Security Hub did not answer in time. It is tried again soon.',
  securityHub_disabled:
    'Security Hub is not switched on there. Compare accountId and region in eksFleet.policies.securityHub with the delegated administrator and its aggregation Region.',
  securityHub_invalid:
    'Security Hub did not take the request, or answered with something that makes no sense.',
} as const;
