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

import { useMemo } from 'react';
import { Skeleton } from '@backstage/ui';
import type {
  PullRequestRef,
  RolloutCell,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { RolloutCells } from '../../hooks/useRolloutCells';
import { useTranslation } from '../../hooks/useTranslation';
import { trackName } from '../../lib/rolloutCells';
import type { Translate } from '../../translation';
import { DataTable } from '../DataTable';
import { Moment } from '../Moment';
import { EmptyState } from '../QueryView';
import { PullRequestLink } from './PullRequestLink';
import styles from './RolloutTabs.module.css';

interface Row {
  pullRequest: PullRequestRef;
  cells: string[];
  tracks: string[];
}

/** The pull requests of a rollout, each with what it moves. */
export function PullRequestsTab(props: { cells: RolloutCells }) {
  const { cells, complete } = props.cells;
  const t = useTranslation();
  const rows = useMemo(() => pullRequests(cells.values(), t), [cells, t]);
  if (rows.length === 0) {
    return complete ? (
      <EmptyState
        title={t('pullRequests.none')}
        detail={t('pullRequests.noneDetail')}
      />
    ) : (
      <Skeleton height={120} />
    );
  }
  return (
    <div className={styles.panel}>
      <DataTable label={t('rollout.tabPullRequests')}>
        <thead>
          <tr>
            <th scope="col">{t('pullRequests.title')}</th>
            <th scope="col">{t('pullRequests.cells')}</th>
            <th scope="col">{t('pullRequests.tracks')}</th>
            <th scope="col">{t('pullRequests.merged')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ pullRequest, cells: names, tracks }) => (
            <tr key={pullRequest.url}>
              <th scope="row">
                <PullRequestLink pullRequest={pullRequest} />
              </th>
              <td>{names.join(', ')}</td>
              <td>{tracks.join(', ')}</td>
              <td>
                <Moment time={pullRequest.mergedAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}

/** One row for each pull request, whatever it moves; open ones first. */
function pullRequests(cells: Iterable<RolloutCell>, t: Translate): Row[] {
  const rows = new Map<string, Row>();
  for (const cell of cells) {
    for (const track of cell.clusters.flatMap(({ tracks }) => tracks)) {
      const { pullRequest } = track;
      if (pullRequest) {
        const row = rows.get(pullRequest.url) ?? {
          pullRequest,
          cells: [],
          tracks: [],
        };
        rows.set(pullRequest.url, {
          pullRequest,
          cells: [...new Set([...row.cells, cell.name])],
          tracks: [...new Set([...row.tracks, trackName(track, t)])],
        });
      }
    }
  }
  const settled = ({ pullRequest }: Row) =>
    pullRequest.state === 'merged' || pullRequest.state === 'closed' ? 1 : 0;
  return [...rows.values()].sort(
    (a, b) =>
      settled(a) - settled(b) ||
      (b.pullRequest.number ?? 0) - (a.pullRequest.number ?? 0),
  );
}
