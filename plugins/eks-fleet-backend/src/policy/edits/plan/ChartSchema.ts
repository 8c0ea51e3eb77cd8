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

import { isDeepStrictEqual } from 'node:util';
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import type { PolicyParameter } from '@eks-fleet/backstage-plugin-eks-fleet-common';

type Schema = Record<string, unknown>;

/** Something that the chart refuses, and where it stands in its values. */
export interface SchemaProblem {
  /** JSON pointer. */
  pointer: string;
  message: string;
}

const MOST_CHARACTERS = 500_000;

/** The values schema of the chart `fleet-policies`, as it stands in Git. */
export class ChartSchema {
  readonly #schema: Schema;
  readonly #validate: ValidateFunction;

  /** @returns a sentence where it is no schema by which anything could be checked */
  static parse(text: string): ChartSchema | string {
    if (text.length > MOST_CHARACTERS) {
      return 'it is too long';
    }
    try {
      const schema = JSON.parse(text);
      const ajv = new Ajv({ allErrors: true, strict: false, logger: false });
      return new ChartSchema(schema, ajv.compile(schema));
    } catch (error) {
      return (error as Error).message.split('\n')[0].slice(0, 300);
    }
  }

  private constructor(schema: Schema, validate: ValidateFunction) {
    this.#schema = schema;
    this.#validate = validate;
  }

  /** What the chart refuses of merged values. */
  problemsOf(values: unknown): SchemaProblem[] {
    this.#validate(values);
    const errors = this.#validate.errors ?? [];
    return errors
      .filter(({ keyword }) => keyword !== 'if')
      .map(error => ({
        pointer: error.instancePath,
        message: wordError(error),
      }));
  }

  /** What of a policy can be set, besides its mode and what it leaves out. */
  parametersOf(policy: string): PolicyParameter[] {
    const parameters = this.#at(
      'properties',
      'policies',
      'properties',
      policy,
      'properties',
      'parameters',
      'properties',
    );
    return Object.entries(parameters ?? {}).map(([name, schema]) => ({
      name,
      ...this.#typeOf(this.#resolve(schema)),
    }));
  }

  #typeOf(schema: Schema | undefined): Omit<PolicyParameter, 'name'> {
    const texts = (value: unknown) =>
      Array.isArray(value) && value.every(each => typeof each === 'string')
        ? (value as string[])
        : undefined;
    const { enum: choices, items, type } = schema ?? {};
    if (type === 'boolean') {
      return { type: 'boolean' };
    }
    if (type === 'integer' || type === 'number') {
      return { type: 'number' };
    }
    if (type === 'string' || texts(choices)) {
      return { type: 'text', choices: texts(choices) };
    }
    const item = type === 'array' ? this.#resolve(items) : undefined;
    return item && (item.type === 'string' || texts(item.enum))
      ? { type: 'texts', choices: texts(item.enum) }
      : { type: 'other' };
  }

  #at(...path: string[]): Schema | undefined {
    return path.reduce<Schema | undefined>(
      (inner, key) =>
        inner && Object.hasOwn(inner, key)
          ? this.#resolve(inner[key])
          : undefined,
      this.#schema,
    );
  }

  /** What a reference within the schema leads to; others lead nowhere. */
  #resolve(schema: unknown): Schema | undefined {
    if (typeof schema !== 'object' || schema === null) {
      return undefined;
    }
    const { $ref: ref } = schema as Schema;
    const [, group, name] =
      typeof ref === 'string'
        ? /^#\/(definitions|\$defs)\/([^/]+)$/.exec(ref) ?? []
        : [];
    if (group === undefined) {
      return schema as Schema;
    }
    const definitions = (this.#schema[group] ?? {}) as Schema;
    return Object.hasOwn(definitions, name)
      ? (definitions[name] as Schema)
      : undefined;
  }
}

/** What is refused after, and was not before. */
export function newProblems(
  before: SchemaProblem[],
  after: SchemaProblem[],
): SchemaProblem[] {
  return after.filter(
    problem => !before.some(known => isDeepStrictEqual(known, problem)),
  );
}

function wordError({ keyword, message = '', params }: ErrorObject): string {
  if (keyword === 'enum') {
    return `must be one of ${params.allowedValues.join(', ')}`;
  }
  return keyword === 'additionalProperties'
    ? `must not have ${JSON.stringify(params.additionalProperty)}`
    : message;
}
