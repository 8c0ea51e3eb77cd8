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

import { Link, Text, VisuallyHidden } from '@backstage/ui';
import type { RolloutLogEntry } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import { safeUrl } from '../../lib/safeUrl';
import { logLevels } from '../../states';
import { Moment } from '../Moment';
import styles from './LogList.module.css';

/** What happened, the newest first. */
export function LogList(props: {
  entries: RolloutLogEntry[];
  empty: string;
  rolloutId: string;
  /** Gives the name of a cell, to lead there; left out where all are of one. */
  cellName?: (id: string) => string | undefined;
}) {
  const { cellName, entries, empty, rolloutId } = props;
  const t = useTranslation();
  const links = useFleetLinks();
  if (entries.length === 0) {
    return (
      <Text as="p" color="secondary">
        {empty}
      </Text>
    );
  }
  return (
    <ol className={styles.log}>
      {entries.map(entry => {
        const level = logLevels[entry.level];
        const Icon = level.icon;
        const url = entry.url && safeUrl(entry.url);
        return (
          <li key={entry.id} className={styles.entry}>
            <span className={styles.time}>
              <Moment time={entry.at} />
            </span>
            <Icon
              size={16}
              aria-hidden
              className={styles.icon}
              data-tone={level.tone}
            />
            <div className={styles.text}>
              <VisuallyHidden>{t(level.word)}: </VisuallyHidden>
              {cellName && entry.cellId && (
                <>
                  <Link href={links.rollout(rolloutId, entry.cellId)}>
                    {cellName(entry.cellId) ?? t('log.cell')}
                  </Link>{' '}
                </>
              )}
              {entry.message}
              <div className={styles.who}>
                {[
                  entry.actor === 'eks-fleet' ? '' : entityTitle(entry.actor),
                  entry.reason && t('log.reason', { reason: entry.reason }),
                ]
                  .filter(Boolean)
                  .join(': ')}
                {url && (
                  <Link href={url} target="_blank" variant="body-small">
                    {t('log.pullRequest')}
                  </Link>
                )}
              </div>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
