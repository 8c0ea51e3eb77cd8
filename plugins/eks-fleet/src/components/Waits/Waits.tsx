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

import { Fragment } from 'react';
import { Link } from '@backstage/ui';
import { RiTimeLine } from '@remixicon/react';
import type {
  Waiting,
  WaitingFor,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useEntityPath } from '../../hooks/useEntityPath';
import { useTranslation } from '../../hooks/useTranslation';
import { LinkedText } from '../LinkedText';
import { Moment } from '../Moment';
import styles from './Waits.module.css';

/** Why something waits, since and until when, and who can move it. */
export function Waits(props: {
  waiting: Waiting;
  /** With the word before it. */
  titled?: boolean;
}) {
  const { waiting, titled } = props;
  const { message, since, until, who = [] } = waiting;
  const t = useTranslation();
  return (
    <p className={styles.waits} data-code={waiting.code}>
      <RiTimeLine size={16} aria-hidden className={styles.icon} />
      <span>
        {titled && <strong>{t('rollouts.waiting')}: </strong>}
        <LinkedText text={message} />{' '}
        <span className={styles.more}>
          {since && (
            <span>
              {t('rollouts.waitingSince', { time: <Moment time={since} /> })}
            </span>
          )}
          {until && (
            <span>
              {t('rollouts.waitingUntil', { time: <Moment time={until} /> })}
            </span>
          )}
          {who.length > 0 && (
            <span>{t('rollouts.waitingWho', { who: <Who who={who} /> })}</span>
          )}
        </span>
      </span>
    </p>
  );
}

function Who(props: { who: WaitingFor[] }) {
  const entityPath = useEntityPath();
  return (
    <>
      {props.who.map(({ name, ref }, index) => {
        const path = ref && entityPath(ref);
        return (
          <Fragment key={ref ?? name}>
            {index > 0 && ', '}
            {path ? <Link href={path}>{name}</Link> : name}
          </Fragment>
        );
      })}
    </>
  );
}
