import { Liquid } from 'liquidjs';
import type { Template as Parsed } from 'liquidjs';
import { phone } from './french-format.js';
import { dialOf } from './touchable.js';

const FONT = 'Helvetica, Arial, sans-serif';

/**
 * One layout for every mail, in MJML; the tags in braces are LiquidJS, filled in once the HTML is made.
 * No font, image or style comes from elsewhere: readers block them, and loading them tells who reads.
 */
const LAYOUT = `<mjml lang="fr">
  <mj-head>
    <mj-title>{{ subject }}</mj-title>
    <mj-preview>{{ preview }}</mj-preview>
    <mj-attributes>
      <mj-all font-family="${FONT}" />
      <mj-text font-size="15px" line-height="1.5" color="#1c2733" />
      <mj-section padding="0" background-color="#ffffff" />
    </mj-attributes>
  </mj-head>
  <mj-body background-color="#eef1f4" width="600px">
    <mj-section background-color="#16324f" padding="12px 0">
      <mj-column>
        <mj-text color="#ffffff" font-size="18px" font-weight="bold" padding-bottom="0">{{ agency.name }}</mj-text>
        <mj-text color="#c9d6e2" font-size="13px" padding-top="2px">{{ agency.mail }}{% if agency.mail and agency.phone %} · {% endif %}{% if agency.call %}<a href="tel:{{ agency.call }}" style="color:#c9d6e2;white-space:nowrap">{{ agency.phone }}</a>{% else %}{{ agency.phone }}{% endif %}</mj-text>
      </mj-column>
    </mj-section>
    <mj-raw>{% if urgent %}</mj-raw>
    <mj-section padding="16px 0 0">
      <mj-column><mj-text align="center" color="#c62828" font-size="44px" font-weight="bold" line-height="1.1">{{ urgent }}</mj-text></mj-column>
    </mj-section>
    <mj-raw>{% endif %}</mj-raw>
    <mj-section padding="16px 0 0">
      <mj-column>
        <mj-text color="#5a6672" font-size="13px" padding-bottom="0">{% if ticket %}{{ ticket.typeName }} n° {{ ticket.number }}{% endif %}</mj-text>
        <mj-text>{{ content | raw }}</mj-text>
      </mj-column>
    </mj-section>
    <mj-raw>{% if link %}</mj-raw>
    <mj-section>
      <mj-column>
        <mj-button href="{{ link }}" background-color="#1769aa" color="#ffffff" font-size="16px" font-weight="bold" inner-padding="14px 28px" border-radius="6px">{{ button }}</mj-button>
        <mj-text font-size="12px" color="#5a6672" align="center"><a href="{{ link }}" style="color:#5a6672;word-break:break-all">{{ link }}</a>{% if tutorial %}<br /><a href="{{ tutorial.link }}" style="color:#5a6672">{{ tutorial.label }}</a>{% endif %}</mj-text>
      </mj-column>
    </mj-section>
    <mj-raw>{% endif %}</mj-raw>
    <mj-section padding="0 0 16px">
      <mj-column>
        <mj-text font-size="13px">{% for line in lines %}<strong>{{ line.label }}</strong> : {% if line.link %}<a href="{{ line.link }}" style="color:#1769aa">{{ line.value }}</a>{% else %}{{ line.value }}{% endif %}<br />{% endfor %}</mj-text>
      </mj-column>
    </mj-section>
    <mj-section background-color="#eef1f4">
      <mj-column>
        <mj-text font-size="12px" color="#5a6672">{{ footer }}<br />{{ agency.name }}{% if agency.address %}, {{ agency.address }}{% endif %}</mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>`;

/** HTML that holds in Outlook, Gmail and on phones, still with its LiquidJS tags. mjml is heavy, so loaded when first needed. */
async function compile(): Promise<string> {
  const { default: mjml2html } = await import('mjml');
  const { html } = await mjml2html(LAYOUT, { validationLevel: 'strict', fonts: {} });
  return html;
}

/** Beside a fact below the text: where it is, or the number to call; empty for none. */
export interface MailLine {
  readonly label: string;
  readonly value: string;
  readonly link: string;
}

/** Whatever the layout names: what is not given ends the mail, since nobody would see that it is missing. */
export interface MailFrame {
  readonly subject: string;
  readonly preview: string;
  /** Of a ticket's mail. */
  readonly ticket: { readonly typeName: string; readonly number: string } | false;
  readonly urgent: string;
  /** `call`: the number as it is dialled. */
  readonly agency: Readonly<Record<'name' | 'address' | 'mail' | 'phone' | 'call', string>>;
  /** HTML. */
  readonly content: string;
  readonly lines: readonly MailLine[];
  readonly link: string;
  readonly button: string;
  readonly tutorial: { readonly link: string; readonly label: string } | false;
  readonly footer: string;
}

/** An agency as its mails name it. */
export const letterhead = ({
  name,
  address,
  mail,
  phone: number,
}: Readonly<Record<'name' | 'address' | 'mail' | 'phone', string>>): MailFrame['agency'] => ({
  ...{ name, address, mail },
  phone: phone(number),
  call: dialOf(number),
});

/** Ours alone: agencies write what goes into it, never the layout. */
export class MailLayout {
  private readonly engine = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    jsTruthy: true,
    outputEscape: 'escape',
  });
  private compiled?: Promise<Parsed[]>;
  private parsed: Parsed[] = [];

  /** One compilation for all; after a failure the next mail tries again. */
  async ready(): Promise<void> {
    this.compiled ??= compile().then((html) => this.engine.parse(html));
    try {
      this.parsed = await this.compiled;
    } catch (error) {
      this.compiled = undefined;
      throw error;
    }
  }

  fill(frame: MailFrame): string {
    return String(this.engine.renderSync(this.parsed, frame));
  }
}
