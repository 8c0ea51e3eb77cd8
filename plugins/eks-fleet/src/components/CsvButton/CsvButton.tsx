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
import { RiDownloadLine } from '@remixicon/react';
import { useTranslation } from '../../hooks/useTranslation';
import { downloadText } from '../../lib/download';
import { errorMessage } from '../../lib/errors';

/** Saves what is shown, all of it, as CSV. */
export function CsvButton(props: {
  /** Of the file, before the day. */
  name: string;
  make: () => string | Promise<string>;
}) {
  const { name, make } = props;
  const t = useTranslation();
  const alertApi = useApi(alertApiRef);
  const [pending, setPending] = useState(false);
  const onPress = async () => {
    setPending(true);
    try {
      const csv = await make();
      const day = new Date().toISOString().slice(0, 10);
      downloadText(`${name}-${day}.csv`, csv, 'text/csv;charset=utf-8');
    } catch (error) {
      alertApi.post({
        message: t('clusters.csvFailed', { message: errorMessage(error) }),
        severity: 'error',
      });
    } finally {
      setPending(false);
    }
  };
  return (
    <Button
      size="small"
      variant="secondary"
      iconStart={<RiDownloadLine aria-hidden />}
      isPending={pending}
      onPress={onPress}
    >
      {t('clusters.csv')}
    </Button>
  );
}
