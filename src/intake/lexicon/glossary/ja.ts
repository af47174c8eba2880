import { nouns } from './nouns.ts';

/** Japanese words of many trades. */
export const japaneseNouns = nouns(`
発行年 published-year|出版年 published-year|発行日 issue-date|契約日 contract-date
人数 headcount|予約日時 starts-at|予約日 reservation-date|予約時間 start-time|来店日時 visit-at
取引 transaction|商品名 name|書名 title|品名 name|品番 item-number|型番 model-number
商品コード product-code|バーコード barcode|仕入価格 purchase-price|販売価格 sale-price
定価 list-price|割引 discount|割引率 discount-rate|税率 tax-rate|税込金額 total-with-tax
消費税 tax|支払方法 payment-method|決済方法 payment-method|注文番号 order-number
注文日 order-date|注文日時 ordered-at|注文履歴 order|配送先 shipping-address
配送状況 delivery-status|送料 shipping-fee|追跡番号 tracking-number|伝票番号 slip-number
配送伝票番号 tracking-number|発送日 shipped-on|到着日 arrived-on|納品日 delivery-date
納品書 delivery-note|領収書 receipt|クーポン coupon|ポイント points|会員番号 member-number
社員番号 employee-number|従業員番号 employee-number|学籍番号 student-number
顧客番号 customer-number|顧客名 customer-name|氏名カナ name-kana|フリガナ name-kana
ふりがな name-kana|ニックネーム nickname|アイコン icon|プロフィール profile
プロフィール画像 avatar|自己紹介 bio|ユーザー名 username|ログインid login-id|所属 affiliation
所属部署 department|入社日 hire-date|退社日 leave-date|給与 salary|給料 salary|賞与 bonus
シフト shift|勤務 work-shift|勤務時間 work-hours|出勤時刻 clock-in|退勤時刻 clock-out
休憩時間 break-time|残業時間 overtime|有給 paid-leave|休暇申請 leave-request|経費 expense
経費申請 expense-claim|出張 business-trip|見積もり quote|見積番号 quote-number
請求書番号 invoice-number|支払期限 payment-due|入金 deposit|入金日 deposited-on|出金 withdrawal
振込 transfer|銀行口座 bank-account|銀行 bank|支店 branch|拠点 site|営業所 office|工場 factory
ライン production-line|製造 production|生産計画 production-plan|部品 part|原材料 raw-material
ロット lot|ロット番号 lot-number|検査 inspection|検品 inspection|不良 defect|棚 shelf
棚卸 stocktaking|棚卸し stocktaking|在庫移動 stock-transfer|入荷 goods-receipt|出荷 shipment
返品 return|交換 exchange|問い合わせ inquiry|問合せ inquiry|お問い合わせ inquiry
クレーム complaint|対応 response|対応状況 response-status|対応履歴 response-log|商談 deal
見込み客 lead|リード lead|営業 sales|訪問 visit|訪問日 visit-date|訪問先 visit-place
電話履歴 call-log|来客 visitor|受付 reception|診療 treatment|診療科 department
診療予約 appointment|診療記録 medical-record|カルテ medical-record|処方 prescription
処方箋 prescription|薬 medicine|薬剤 medicine|病院 hospital|看護師 nurse|アレルギー allergies
既往歴 medical-history|体温 body-temperature|血圧 blood-pressure|血液型 blood-type
保険証 insurance-card|保険証番号 insurance-number|症状 symptoms|診断 diagnosis|介護 care
入居者 resident|園児 child|保護者 guardian|児童 child|教室 classroom|教科 subject|教材 material
宿題 homework|課題提出 submission|提出 submission|提出物 submission|出席 attendance
欠席 absence|学年 school-year|学校 school|塾 cram-school|レッスン lesson|セミナー seminar
受講 enrollment|受講者 participant|受講生 student|研修 training|資格 qualification|スキル skill
面談 interview|面接 interview|求人 job-posting|応募 application|応募者 applicant
候補者 candidate|採用 recruitment|履歴書 resume|物件 property|賃貸 rental|家賃 rent
敷金 deposit|礼金 key-money|間取り floor-plan|面積 area|築年数 building-age|オーナー owner
入居日 move-in-date|宿泊 stay|宿泊者 guest|客室 room|チェックイン check-in
チェックアウト check-out|プラン plan|コース料理 course|テーブル table|卓 table|席数 seats
来店 visit|メニュー名 name|食品 food|カロリー calories|栄養 nutrition|献立 meal-plan
運動 exercise|トレーニング workout|睡眠 sleep|目標値 target|日記 diary-entry|写真集 album
アルバム album|動画 video|音楽 music|曲 song|映画 movie|上映 screening|作品 work|ジャンル genre
監督 director|俳優 actor|巻 volume|蔵書 book|貸出記録 loan|貸出期限 due-date|返却期限 due-date
返却予定日 due-date|延滞 overdue|罰金 fine|旅行 trip|旅程 itinerary|観光地 sight|宿 lodging
ホテル hotel|航空券 flight-ticket|車種 car-model|ナンバー plate-number|走行距離 mileage
運転手 driver|ドライバー driver|配達員 courier|配達 delivery|荷物 parcel|ルート route
駐車場 parking-lot|整備 maintenance|点検 inspection|点検日 inspection-date|修理 repair
修理依頼 repair-request|故障 failure|保守 maintenance|保証期間 warranty-period|購入 purchase
購入者 buyer|出品 listing|出品者 seller|販売者 seller|落札 winning-bid|入札 bid
オークション auction|チャット chat|スレッド thread|掲示板 board|返信 reply|フォロワー follower
友達 friend|招待 invitation|参加 participation|主催者 organizer|会場 venue|開催日時 held-at
開始時間 start-time|終了時間 end-time|締切日時 due-at|寄付 donation|募金 donation
ボランティア volunteer|支援 support|支援者 supporter|議事録 minutes|会議 meeting
議題 agenda-item|アジェンダ agenda|決定事項 decision|リスク risk|インシデント incident
障害 incident|変更依頼 change-request|工数 effort|見積工数 estimated-effort
マイルストーン milestone|スプリント sprint|サブタスク sub-task|期間 period|年月 month
曜日 weekday|時限 class-period|単位 unit|単位数 credits|合計点 total-score|順位 rank
結果 result|回答者 respondent|設問 question|選択肢 choice|正解 correct-answer|解説 explanation
難易度 difficulty|カード card|単語帳 word-list|デッキ deck|ブックマーク bookmark
フォルダ folder|フォルダー folder|文書 document|書類 document|署名 signature|印鑑 seal
承認日 approved-on|承認状況 approval-status|却下理由 rejection-reason
差戻し理由 rejection-reason|家族 family|続柄 relationship|予算 budget|実績 result|売上 sale
利益 profit|原価 cost|仕入 purchase|仕入れ purchase|仕訳 journal-entry|勘定科目 account-title
固定費 fixed-cost|サブスク subscription|サブスクリプション subscription|会費 membership-fee
利用料 usage-fee|延滞料 late-fee|天気 weather|気温 temperature|湿度 humidity|位置 location
緯度 latitude|経度 longitude|地域 region|地区 district|町 town|センサー sensor
測定値 measurement|測定日時 measured-at|端末 device|ライセンス license
シリアル番号 serial-number|貸出日時 lent-at|返却日時 returned-at|使用者 user|管理者 manager
所有者 owner|店員 clerk|店長 store-manager|作成日付 created-on|説明文 description
商品画像 image|商品説明 description|在庫状況 stock-status|公開状態 published
公開日 published-on|公開設定 visibility|購入履歴 purchase|合計数 total-count
必要数 required-count|残数 remaining|上限 limit|下限 minimum|最低価格 minimum-price
開始価格 starting-price|業種 industry|役員 officer|株主 shareholder|代表者 representative
資本金 capital|従業員数 headcount|設立日 founded-on|団体名 organization-name|窓口 contact
連絡先 contact|緊急連絡先 emergency-contact|備考欄 remarks|特記事項 special-notes
所在地 location|建物 building|階数 floor|部屋番号 room-number|号室 room-number|設備 equipment
利用日 used-on|利用日時 used-at|利用時間 usage-time|利用目的 purpose|目的 purpose|テーマ theme
曲名 title|歌手 singer|犬 dog|猫 cat|品種 breed|飼い主 owner|予防接種 vaccination
ワクチン vaccine|植物 plant|農作物 crop|作物 crop|畑 field|収穫 harvest|収穫量 yield
肥料 fertilizer|農薬 pesticide
申込 application|申込日時 applied-at|申込番号 application-number|申込者 applicant|概要 summary
締切 due-date|締切日 due-date|開始 start|終了 end|収容人数 capacity|アクセス access|案内 guide
会場名 venue-name|施設名 facility-name|店舗名 store-name|部屋名 room-name|講師名 instructor-name
顔写真 face-photo|アンケート survey|回答 answer|満足度 satisfaction|自由記述 free-text
受付番号 receipt-number|受付日時 received-at|受付時刻 received-at|受付 reception|参加費 fee
プロフィール文 profile-text|会社名 company-name|備考 remarks|本文 body|件名 subject
`);
