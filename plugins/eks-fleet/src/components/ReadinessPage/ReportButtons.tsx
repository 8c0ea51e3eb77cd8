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

import { useState } from 'react';
import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import { RiDownloadLine, RiMarkdownLine } from '@remixicon/react';
import type {
  Blocker,
  EksFleetApi,
  ReadinessItem,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetApiRef } from '../../api';
import { useCopy } from '../../hooks/useCopy';
import { useTranslation } from '../../hooks/useTranslation';
import { sortCauses } from '../../lib/causes';
import { downloadText } from '../../lib/download';
import { errorMessage } from '../../lib/errors';
import {
  causesCsv,
  causesMarkdown,
  clustersCsv,
  clustersMarkdown,
} from '../../lib/readinessReport';
import { toReadinessQuery, type ReadinessView } from '../../lib/readinessView';

const PAGE = 500;

/** Takes what the page shows elsewhere: as Markdown, or as CSV. */
export function ReportButtons(props: { view: ReadinessView }) {
  const { view } = props;
  const t = useTranslation();
  const api = useApi(eksFleetApiRef);
  const alertApi = useApi(alertApiRef);
  const copy = useCopy();
  const [pending, setPending] = useState<'markdown' | 'csv'>();

  const make = async (
    kind: 'markdown' | 'csv',
    deliver: () => Promise<void>,
  ) => {
    setPending(kind);
    try {
      await deliver();
    } catch (error) {
      alertApi.post({
        message: t('readiness.exportFailed', { message: errorMessage(error) }),
        severity: 'error',
      });
    } finally {
      setPending(undefined);
    }
  };
  const copyMarkdown = async () => {
    const source = {
      target: view.target,
      link: window.location.href,
      now: new Date(),
    };
    copy(
      view.tab === 'causes'
        ? causesMarkdown(t, await readCauses(api, view), source)
        : clustersMarkdown(t, await readClusters(api, view), source),
      t('readiness.markdownCopied'),
    );
  };
  const saveCsv = async () => {
    const csv =
      view.tab === 'causes'
        ? causesCsv(await readCauses(api, view))
        : clustersCsv(await readClusters(api, view));
    const day = new Date().toISOString().slice(0, 10);
    downloadText(
      `eks-readiness-${view.tab}-${day}.csv`,
      csv,
      'text/csv;charset=utf-8',
    );
  };

  return (
    <>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiMarkdownLine aria-hidden />}
        isPending={pending === 'markdown'}
        onPress={() => make('markdown', copyMarkdown)}
      >
        {t('readiness.markdown')}
      </Button>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiDownloadLine aria-hidden />}
        isPending={pending === 'csv'}
        onPress={() => make('csv', saveCsv)}
      >
        {t('clusters.csv')}
      </Button>
    </>
  );
}

async function readCauses(
  api: EksFleetApi,
  view: ReadinessView,
): Promise<Blocker[]> {
  const { target, filter, fullTextFilterTerm } = toReadinessQuery(view);
  const { items } = await api.listBlockers({
    target,
    filter,
    fullTextFilterTerm,
  });
  return sortCauses(items, view.sort);
}

/** All clusters that fit, however many pages they take. */
async function readClusters(
  api: EksFleetApi,
  view: ReadinessView,
): Promise<ReadinessItem[]> {
  const query = toReadinessQuery(view);
  const items: ReadinessItem[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.listReadiness(
      cursor
        ? { target: query.target, verdict: query.verdict, cursor, limit: PAGE }
        : { ...query, limit: PAGE },
    );
    items.push(...page.items);
    cursor = page.items.length ? page.pageInfo.nextCursor : undefined;
  } while (cursor);
  return items;
}
