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

import { Link } from '@backstage/ui';
import type { FleetRequest } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useEntityPath } from '../../hooks/useEntityPath';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import { safeUrl } from '../../lib/safeUrl';
import { taskPath } from '../../lib/taskPath';
import { EntityName } from '../EntityName';
import { FactList } from '../FactList';
import { Panel } from '../Panel';
import { PullRequestLink } from '../RolloutPage/PullRequestLink';
import { SelectedClusters } from './SelectedClusters';

/** Where to go on: its pull request, its Application, its entity. */
export function RequestFacts(props: { request: FleetRequest }) {
  const { cluster, clusters, environment, links = {}, thing } = props.request;
  const t = useTranslation();
  const pages = useFleetLinks();
  const entityPath = useEntityPath();
  const { application, entityRef, pullRequest, task } = links;
  const argocd = application?.url && safeUrl(application.url);
  const repository = links.repository && safeUrl(links.repository);
  const name = application?.namespace
    ? `${application.namespace}/${application.name}`
    : application?.name;
  const taskHref = task && taskPath(task);
  return (
    <Panel title={t('request.links')}>
      <FactList
        facts={[
          [
            t('request.pullRequest'),
            pullRequest && <PullRequestLink pullRequest={pullRequest} />,
          ],
          [
            t('request.repository'),
            repository && (
              <Link href={repository} target="_blank">
                {repository}
              </Link>
            ),
          ],
          [
            t('request.argocd'),
            argocd ? (
              <Link href={argocd} target="_blank">
                {name}
              </Link>
            ) : (
              name
            ),
          ],
          [
            t('request.cluster'),
            cluster && (
              <EntityName
                name={[cluster.name, cluster.accountId, cluster.region].join(
                  ' · ',
                )}
                href={cluster.entityRef && entityPath(cluster.entityRef)}
              />
            ),
          ],
          [
            t('request.clusters'),
            clusters && (
              <SelectedClusters
                clusters={clusters}
                environment={environment ?? ''}
              />
            ),
          ],
          [
            t('request.entity'),
            entityRef && (
              <EntityName
                name={entityTitle(entityRef)}
                href={entityPath(entityRef)}
              />
            ),
          ],
          [
            t('request.task'),
            taskHref && <Link href={taskHref}>{t('request.taskLink')}</Link>,
          ],
          [
            t('request.thing'),
            <Link
              href={pages.requests({
                over: true,
                filter: { thing: [thing.key] },
              })}
              title={t('request.otherRequests')}
            >
              {thing.key}
            </Link>,
          ],
        ]}
      />
    </Panel>
  );
}
