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

import type { ApiHolder } from '@backstage/core-plugin-api';
import { translationApiRef } from '@backstage/core-plugin-api/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { eksFleetRequestsApiRef } from '../api';
import { errorMessage } from '../lib/errors';
import { fieldProblems, problemAt } from '../lib/requestProblems';
import { eksFleetTranslationRef, type Translate } from '../translation';
import { groundOf } from './groundOf';
import { optionsOf } from './templateAsk';
import { templatePreflight, type PreflightGround } from './templatePreflight';
import { purposeOf, textOf, valuesOf } from './templateValues';
import type {
  AddonsOptions,
  FormFieldOptions,
  FormValues,
  TemplatePurpose,
} from './types';

/** What a field is held against before the next page. */
export interface ValidationGround extends PreflightGround {
  t: Translate;
  values: FormValues;
  purpose: TemplatePurpose;
  uiOptions: FormFieldOptions & AddonsOptions;
  /** What the template calls the field. */
  title: string;
}

/** What is wrong with a value, each in a sentence that says what would be right. */
export type Check<T> = (
  value: T,
  ground: ValidationGround,
) => Promise<(string | undefined)[]>;

/** Has a field checked before the next page; what nobody could check does not go on. */
export function validatorOf<T>(
  check: Check<T>,
): CustomFieldValidator<any, any> {
  return async (value, field, { apiHolder, formData, schema, uiSchema }) => {
    const t = translatorOf(apiHolder);
    const uiOptions: FormFieldOptions & AddonsOptions =
      uiSchema?.['ui:options'] ?? {};
    try {
      const problems = await check(value, {
        ...groundOf(
          apiHolder.get(eksFleetRequestsApiRef)!,
          apiHolder.get(catalogApiRef)!,
        ),
        t,
        values: valuesOf(formData, uiOptions),
        purpose: purposeOf(uiOptions),
        uiOptions,
        title: textOf(schema.title) ?? '',
      });
      for (const problem of new Set(problems)) {
        if (problem) {
          field.addError(problem);
        }
      }
    } catch (error) {
      field.addError(
        t('formField.unchecked', { message: errorMessage(error) }),
      );
    }
  };
}

/** What the backend says of some fields of what is asked for, as it is filled in. */
export async function preflightProblems(
  ground: ValidationGround,
  values: FormValues,
  fields: readonly string[],
): Promise<(string | undefined)[]> {
  const problems = fieldProblems(
    await templatePreflight(ground.purpose, values, ground),
  );
  return fields.map(field => problemAt(problems, field, ground.title));
}

/** What may be offered to the team that it is for. */
export function offeredTo({ requests, values }: ValidationGround) {
  return optionsOf(textOf(values.owner), requests);
}

function translatorOf(apiHolder: ApiHolder): Translate {
  const snapshot = apiHolder
    .get(translationApiRef)!
    .getTranslation(eksFleetTranslationRef);
  if (!snapshot.ready) {
    throw new Error('The words of the fleet are not loaded yet');
  }
  return snapshot.t as unknown as Translate;
}
