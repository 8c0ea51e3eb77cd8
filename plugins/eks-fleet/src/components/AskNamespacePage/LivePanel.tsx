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

import { Alert, Button } from '@backstage/ui';
import type { RequestOptions } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Preflight } from '../../hooks/usePreflight';
import { useTranslation } from '../../hooks/useTranslation';
import {
  missingForSubmit,
  type NamespaceDraft,
  type NeededField,
} from '../../lib/namespaceDraft';
import { problemsBeside } from '../../lib/requestProblems';
import { Panel } from '../Panel';
import { PreflightView } from '../RequestVerdict';
import styles from './AskNamespacePage.module.css';

/** What has a field of the form at which it is told. */
const TOLD_AT_FIELDS = [
  'owner',
  'spec.environment',
  'spec.name',
  'spec.quota',
  'spec.expiresOn',
  'spec.cluster',
  'spec.access',
  'spec.network',
  'spec.project',
  'spec.podSecurity',
];

/** Whether it may be had and what it costs, as it is filled in now. */
export function LivePanel(props: {
  options: RequestOptions;
  draft: NamespaceDraft;
  /** What has to be filled in before anybody can tell. */
  missing: NeededField[];
  preflight: Preflight;
  onReview: () => void;
}) {
  const { draft, missing, onReview, options, preflight } = props;
  const t = useTranslation();
  const { error, value } = preflight.query;
  const words = (fields: NeededField[]) =>
    fields.map(field => t(`askNamespace.needed_${field}`)).join(', ');
  const missingYet = missingForSubmit(draft, options);
  const beside = problemsBeside(value?.problems ?? [], TOLD_AT_FIELDS);
  const problems = value?.problems.length ?? 0;
  const ready =
    missing.length === 0 &&
    missingYet.length === 0 &&
    preflight.isCurrent &&
    problems === 0 &&
    !error &&
    value?.verdict !== undefined &&
    value.verdict.outcome !== 'deny';
  return (
    <div className={styles.live}>
      <Panel title={t('askNamespace.live')}>
        <div className={styles.liveBody}>
          {missing.length > 0 ? (
            <p className={styles.about}>
              {t('askNamespace.missing', { fields: words(missing) })}
            </p>
          ) : (
            <>
              {!preflight.isCurrent && (
                <p className={styles.about}>{t('askNamespace.checking')}</p>
              )}
              {problems > 0 && (
                <Alert
                  status="warning"
                  icon
                  role="status"
                  title={t('askNamespace.problems')}
                  description={
                    beside.length > 0
                      ? beside.join('; ')
                      : t('askNamespace.denied')
                  }
                />
              )}
              <PreflightView preflight={preflight} />
              {value?.verdict?.outcome === 'deny' && (
                <p className={styles.about}>{t('askNamespace.denied')}</p>
              )}
              {missingYet.length > 0 && (
                <p className={styles.about}>
                  {t('askNamespace.missingForSubmit', {
                    fields: words(missingYet),
                  })}
                </p>
              )}
            </>
          )}
          <div>
            <Button variant="primary" isDisabled={!ready} onPress={onReview}>
              {t('askNamespace.review')}
            </Button>
          </div>
        </div>
      </Panel>
    </div>
  );
}
