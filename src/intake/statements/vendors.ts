/** Systems of others that requirements name, with what they are used for. */
export const vendors: readonly (readonly [name: string, purpose: string])[] = [
  ...of(
    'Payments',
    'Stripe|PayPal|Braintree|Adyen|Square|Mollie|Klarna|Razorpay|Paystack|Flutterwave|Mercado Pago|MercadoPago|PagSeguro|PayU|Wompi|Culqi|Alipay|WeChat Pay|Apple Pay|Google Pay|Paddle|GoCardless|Checkout.com|M-Pesa|MoMo|VNPay|Midtrans|Xendit|Toss Payments|KakaoPay|YooKassa|ЮKassa|支付宝|微信支付|카카오페이|토스페이먼츠',
  ),
  ...of(
    'E-mail',
    'SendGrid|Mailgun|Postmark|Amazon SES|AWS SES|Mailchimp|Brevo|Sendinblue|Mailtrap|Resend|SparkPost',
  ),
  ...of(
    'Text messages',
    'Twilio|Vonage|Nexmo|MessageBird|Plivo|Sinch|Infobip|WhatsApp Business API|WhatsApp API|Zenvia|CoolSMS',
  ),
  ...of('Push messages', 'Firebase Cloud Messaging|FCM|OneSignal|APNs|Expo Push|Pusher'),
  ...of(
    'Chat',
    'Slack|Microsoft Teams|Discord|Telegram|LINE Messaging API|LINE Notify|DingTalk|钉钉|WeCom|企业微信|飞书|Lark|KakaoTalk|카카오톡',
  ),
  ...of(
    'Files',
    'Amazon S3|AWS S3|S3|Google Cloud Storage|Azure Blob Storage|MinIO|Cloudinary|Dropbox|Google Drive|OneDrive|Box|Backblaze|Uploadthing|阿里云OSS|七牛云',
  ),
  ...of(
    'Maps',
    'Google Maps|Mapbox|OpenStreetMap|HERE Maps|Nominatim|高德地图|百度地图|Kakao Maps|Naver Maps|Яндекс Карты|Яндекс.Карты',
  ),
  ...of(
    'Sign-in',
    'Keycloak|Auth0|Okta|Azure AD|Entra ID|Amazon Cognito|AWS Cognito|Cognito|Firebase Auth|Firebase Authentication|Google OAuth2|Google OAuth|Google Sign-In|Google Identity|Clerk|Ory|LDAP|Active Directory|SAML|Supabase Auth',
  ),
  ...of('Calendar', 'Google Calendar|Outlook Calendar|Microsoft Graph|Calendly|CalDAV'),
  ...of('Search', 'Algolia|Elasticsearch|OpenSearch|Apache Solr|Meilisearch|Typesense'),
  ...of(
    'Language model',
    'OpenAI|ChatGPT|GPT-4|GPT-4o|Anthropic|Google Gemini|Gemini|Azure OpenAI|Hugging Face|Ollama',
  ),
  ...of('Documents', 'OnlyOffice|DocuSign|Adobe Sign|Google Docs|Google Sheets'),
  ...of('Analytics', 'Google Analytics|Mixpanel|Segment|Amplitude|PostHog|Hotjar|Matomo'),
  ...of('Monitoring', 'Sentry|Datadog|New Relic|Rollbar|PagerDuty'),
  ...of(
    'Customers and tickets',
    'Salesforce|HubSpot|Zendesk|Intercom|Freshdesk|Pipedrive|Zoho CRM|Jira|Trello|Asana|ServiceNow',
  ),
  ...of('Accounting', 'QuickBooks|Xero|DATEV|Sage|SAP|Lexware|Siigo|Conta Azul|Odoo|NetSuite'),
  ...of(
    'Shops and shipping',
    'Shopify|WooCommerce|Magento|Amazon Marketplace|Mercado Livre|DHL|FedEx|UPS|USPS|Correios|Shippo|EasyPost|ShipStation|ViaCEP',
  ),
  ...of('Video calls', 'Zoom|Google Meet|Jitsi|Twilio Video|Daily.co|Agora'),
  ...of('Automation', 'Zapier|IFTTT|Make.com|n8n'),
  ...of('Code', 'GitHub API|GitLab API|Bitbucket API'),
];

function of(purpose: string, names: string): readonly (readonly [string, string])[] {
  return names.split('|').map((name) => [name, purpose]);
}
