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

import type { Track } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { trackName } from '../../lib/rolloutCells';
import { trackStates } from '../../states';
import type { Translate } from '../../translation';
import { Age } from '../Age';
import { StateBadge } from '../StateBadge';
import { Waits } from '../Waits';
import { ErrorNote } from './ErrorNote';
import { PullRequestLink } from './PullRequestLink';
import styles from './CellDetails.module.css';

/** Control plane, add-ons and node groups: from where to where, and how far. */
export function TrackList(props: {
  tracks: Track[];
  /** What has been said of the whole cell already. */
  shown: (string | undefined)[];
}) {
  const { tracks, shown } = props;
  const t = useTranslation();
  return (
    <ul className={styles.tracks} aria-label={t('cell.tracks')}>
      {tracks.map(track => (
        <li key={`${track.kind}/${track.name ?? ''}`} className={styles.track}>
          <div className={styles.line}>
            <strong>{trackName(track, t)}</strong>
            <span className={styles.versions}>{versions(track)}</span>
            <span className={styles.state}>
              <StateBadge look={trackStates[track.state]}>
                {t(trackStates[track.state].word)}
              </StateBadge>
            </span>
          </div>
          <div className={styles.line}>
            {facts(track, t).map(fact => (
              <span key={fact} className={styles.about}>
                {fact}
              </span>
            ))}
            {track.startedAt && (
              <span className={styles.about}>
                {t('cell.began', { age: <Age time={track.startedAt} past /> })}
              </span>
            )}
            {track.endedAt && (
              <span className={styles.about}>
                {t('cell.ended', { age: <Age time={track.endedAt} past /> })}
              </span>
            )}
            {track.pullRequest && (
              <PullRequestLink pullRequest={track.pullRequest} />
            )}
          </div>
          {track.waiting && !shown.includes(track.waiting.message) && (
            <Waits waiting={track.waiting} />
          )}
          {track.error && !shown.includes(track.error.message) && (
            <ErrorNote error={track.error} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** As `1.31 → 1.32 → 1.33` where it goes over several. */
function versions(track: Track): string {
  const hops = track.hops.length > 0 ? track.hops : [track.to ?? '?'];
  return [track.from ?? '?', ...hops].join(' → ');
}

function facts(track: Track, t: Translate): string[] {
  const { attempt = 1, hop, hops, now, state, updateId } = track;
  return [
    hops.length > 1 && hop
      ? t('cell.hop', { hop: `${hop}`, hops: `${hops.length}` })
      : '',
    now && now !== track.to && state !== 'planned'
      ? t('cell.seenAt', { version: now })
      : '',
    attempt > 1 ? t('cell.attempt', { attempt: `${attempt}` }) : '',
    updateId ? t('cell.update', { id: updateId }) : '',
  ].filter(Boolean);
}
