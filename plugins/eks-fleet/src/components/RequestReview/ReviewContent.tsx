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

import { Alert } from '@backstage/ui';
import type {
  RequestKind,
  RequestPreflight,
  RequestPreview,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { problemsBeside } from '../../lib/requestProblems';
import type { SpecData } from '../../lib/specChanges';
import { specFacts } from '../../lib/specText';
import { FactList } from '../FactList';
import { Panel } from '../Panel';
import { FilesView } from '../RequestFiles';
import { PreflightView } from '../RequestVerdict';
import styles from './RequestReview.module.css';

/** What is asked for, whether it may be, what it costs, and the files that it writes. */
export function ReviewContent(props: {
  kind: RequestKind;
  spec: SpecData;
  preflight: RequestPreflight;
  preview: RequestPreview;
}) {
  const { kind, preflight, preview, spec } = props;
  const t = useTranslation();
  const problems = problemsBeside(
    [...preflight.problems, ...preview.problems],
    [],
  );
  return (
    <div className={styles.review}>
      {problems.length > 0 && (
        <Alert
          status="danger"
          icon
          role="alert"
          title={t('askNamespace.problems')}
          description={[...new Set(problems)].join('; ')}
        />
      )}
      <div className={styles.columns}>
        <Panel title={t('askNamespace.willBe')}>
          <FactList facts={specFacts(t, kind, spec)} />
        </Panel>
        <Panel title={t('askNamespace.live')}>
          <PreflightView
            preflight={{
              query: { value: preflight, loading: false, retry: () => {} },
              isCurrent: true,
            }}
          />
        </Panel>
      </div>
      <Panel title={t('request.files')} hint={t('request.filesHint')}>
        <FilesView diff={preview} />
      </Panel>
    </div>
  );
}
