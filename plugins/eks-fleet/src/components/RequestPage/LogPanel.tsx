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

import { Text } from '@backstage/ui';
import type { FleetRequest } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import { requestStates } from '../../states';
import { LinkedText } from '../LinkedText';
import { Moment } from '../Moment';
import { Panel } from '../Panel';
import { StateBadge } from '../StateBadge';
import styles from './RequestPage.module.css';

/** What happened, the newest first: when, and who did it or where it was seen. */
export function LogPanel(props: { request: FleetRequest }) {
  const t = useTranslation();
  const events = [...props.request.events].reverse();
  return (
    <Panel title={t('request.log')}>
      {events.length === 0 ? (
        <Text as="p" color="secondary">
          {t('request.noLog')}
        </Text>
      ) : (
        <ol className={styles.list}>
          {events.map(({ at, by, message, source, state }, index) => (
            <li key={`${at} ${index}`}>
              <span className={styles.about}>
                <Moment time={at} /> ·{' '}
                {by ? entityTitle(by) : t(`requestSource.${source}`)}
              </span>{' '}
              {state && (
                <StateBadge look={requestStates[state]}>
                  {t(requestStates[state].word)}
                </StateBadge>
              )}
              <div>
                <LinkedText text={message} />
              </div>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
