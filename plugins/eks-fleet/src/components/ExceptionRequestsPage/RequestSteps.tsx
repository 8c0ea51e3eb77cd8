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

import type { ExceptionRequest } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import { exceptionSteps } from '../../lib/exceptionRequestSteps';
import { exceptionStepStates } from '../../states';
import { Moment } from '../Moment';
import { StateBadge } from '../StateBadge';
import styles from './ExceptionRequestsPage.module.css';

/** The life of an exception as steps, with when each was done or is to come. */
export function RequestSteps(props: { request: ExceptionRequest }) {
  const t = useTranslation();
  return (
    <ol className={styles.steps}>
      {exceptionSteps(props.request).map(({ at, by, id, state }) => {
        const look = exceptionStepStates[state];
        return (
          <li
            key={id}
            className={styles.step}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <span>{t(`exceptionStep.${id}`)}</span>
            <StateBadge look={look}>{t(look.word)}</StateBadge>
            <span className={styles.about}>
              {at && <Moment time={at} />}
              {by && ` · ${entityTitle(by)}`}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
