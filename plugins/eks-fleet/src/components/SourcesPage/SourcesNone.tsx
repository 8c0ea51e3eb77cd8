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

import { Button } from '@backstage/ui';
import { useTranslation } from '../../hooks/useTranslation';
import type { SourceView } from '../../lib/sourceView';
import { EmptyState } from '../QueryView';

/** In place of the list where no source fits the filters. */
export function SourcesNone(props: {
  view: SourceView;
  onChange: (change: Partial<SourceView>) => void;
}) {
  const { view, onChange } = props;
  const t = useTranslation();
  return view.state === undefined ? (
    <EmptyState
      title={t('clusterSources.well')}
      detail={t('clusterSources.wellDetail')}
      action={
        <Button variant="secondary" onPress={() => onChange({ state: 'all' })}>
          {t('clusterSources.showAll')}
        </Button>
      }
    />
  ) : (
    <EmptyState
      title={t('clusterSources.noneFit')}
      detail={t('clusterSources.noneFitDetail')}
      action={
        <Button
          variant="secondary"
          onPress={() =>
            onChange({
              kind: undefined,
              state: undefined,
              text: '',
              account: undefined,
              region: undefined,
            })
          }
        >
          {t('clusters.clear')}
        </Button>
      }
    />
  );
}
