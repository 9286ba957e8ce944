import { z } from 'zod';
import { wordType } from '../../app/word.ts';
import { actions } from '../../school/actions.ts';
import { bookReviews } from '../../school/reviews/book-reviews.action.ts';
import { reviewPack } from '../../school/reviews/review-pack.view.ts';
import { views } from '../../school/views.ts';

const message = {
  type: 'object',
  properties: { message: { type: 'string' }, requestId: { type: 'string' } },
} as const;

/** The API as an OpenAPI 3.1 document, generated from every action and view. */
export function openApi(): Record<string, unknown> {
  const paths: Record<string, unknown> = {};
  for (const action of Object.values(actions)) {
    if (action.roles.every((role) => role === 'clock')) continue;
    paths[`/api/actions/${action.name}`] = {
      post: {
        summary: action.says,
        'x-roles': action.roles,
        requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(action.input) } } },
        responses: {
          200: { description: 'done, refused or problems' },
          202: { description: 'in the journal; SharePoint lags, or it waits and can be undone until undoUntil' },
          ...failures(),
        },
      },
    };
  }
  for (const view of Object.values(views)) {
    paths[`/api/views/${view.name}`] = {
      get: {
        summary: view.says,
        'x-roles': view.roles,
        parameters: parameters(jsonSchema(view.params)),
        responses: {
          200: {
            description:
              '{ asOf, data }; with ageSeconds where Microsoft 365 does not answer and it is older than half a minute',
          },
          ...failures(),
        },
      },
    };
  }
  paths['/api/review-plans'] = {
    get: {
      summary: 'One plan for the reviews due in all schools of a person, with progress: lines of JSON.',
      'x-roles': bookReviews.roles,
      responses: {
        200: { description: '{ progress: { part, done, of } } a line, at last { plans: [{ school, name, plan }] }' },
        ...failures(),
      },
    },
  };
  paths['/api/entries/{entry}'] = entries();
  paths['/api/documents/minutes/{review}'] = minutes();
  return {
    openapi: '3.1.0',
    info: { title: 'Alternative Provision', version: '1' },
    components: { securitySchemes: { user: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    security: [{ user: [] }],
    paths,
  };
}

/** Whoever did something may ask how far it is. */
function entries(): Record<string, unknown> {
  const text = { type: 'string' } as const;
  return {
    get: {
      summary: 'How far an action is that was answered with accepted; for the person who did it.',
      parameters: [
        { name: 'entry', in: 'path', required: true, schema: text },
        { name: 'school', in: 'query', required: false, schema: text },
      ],
      responses: {
        200: { description: '{ state: Open, Done or Refused; items; saved }; items is 0 once only the state is known' },
        ...failures(),
      },
    },
  };
}

/** Who may open the view of a review may have its minutes: the server asks the view. */
function minutes(): Record<string, unknown> {
  const text = { type: 'string' } as const;
  return {
    get: {
      summary: 'The minutes of a review that is written up, as a Word document; who took them is noted.',
      'x-roles': reviewPack.roles,
      parameters: [
        { name: 'review', in: 'path', required: true, schema: text },
        { name: 'school', in: 'query', required: false, schema: text },
      ],
      responses: {
        200: { description: 'the document', content: { [wordType]: { schema: { ...text, format: 'binary' } } } },
        ...failures(),
      },
    },
  };
}

function jsonSchema(check: z.ZodType): Record<string, unknown> {
  return z.toJSONSchema(check, { io: 'input', unrepresentable: 'any' });
}

function parameters(schema: Record<string, unknown>): unknown[] {
  const properties = (schema.properties ?? {}) as Record<string, unknown>;
  const required = (schema.required ?? []) as readonly string[];
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: property,
  }));
}

function failures(): Record<number, unknown> {
  const answer = (description: string) => ({ description, content: { 'application/json': { schema: message } } });
  return {
    400: answer('the input is not of the form'),
    401: answer('not signed in'),
    403: answer('this role may not'),
    404: answer('no such name'),
    503: answer('Microsoft 365 does not answer; nothing was changed'),
  };
}
