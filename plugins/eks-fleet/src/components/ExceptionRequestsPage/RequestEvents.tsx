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

import type { ExceptionEvent } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import { Moment } from '../Moment';
import styles from './ExceptionRequestsPage.module.css';

/** What happened to a request and who did it, the oldest first. */
export function RequestEvents(props: { events: ExceptionEvent[] }) {
  const t = useTranslation();
  return (
    <ol className={styles.list}>
      {props.events.map(({ at, by, message }, index) => (
        <li key={`${at} ${index}`}>
          {message}{' '}
          <span className={styles.about}>
            <Moment time={at} /> ·{' '}
            {by ? entityTitle(by) : t('exceptionRequests.thePortal')}
          </span>
        </li>
      ))}
    </ol>
  );
}
