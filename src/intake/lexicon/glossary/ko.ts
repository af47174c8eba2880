import { nouns } from './nouns.ts';

/** Korean words of many trades. */
export const koreanNouns = nouns(`
거래처 client|거래 transaction|거래내역 transaction|업체 company|업체명 company-name
회사명 company-name|대표자 representative|사업자등록번호 business-number|계약일 contract-date
계약금 deposit|견적 quote|견적서 quote|발주 purchase-order|발주서 purchase-order|구매 purchase
구매자 buyer|판매 sale|판매자 seller|매입 purchase|매출 sale|영수증 receipt
세금계산서 tax-invoice|결제수단 payment-method|결제 방법 payment-method|결제일 paid-on
환불 refund|반품 return|교환 exchange|배송지 shipping-address|배송 상태 delivery-status
배송비 shipping-fee|운송장번호 tracking-number|운송장 waybill|주문번호 order-number
주문일 order-date|할인 discount|할인율 discount-rate|세율 tax-rate|적립금 points|등급 grade
회원등급 member-level|회원번호 member-number|사번 employee-number|학번 student-number
입사일 hire-date|퇴사일 leave-date|급여 salary|연봉 salary|근무 work-shift|근무시간 work-hours
출근 clock-in|퇴근 clock-out|출근 시간 clock-in|퇴근 시간 clock-out|연차 annual-leave
휴가 신청 leave-request|경비 expense|출장 business-trip|결재 approval|결재자 approver
승인자 approver|신청자 applicant|신청일 applied-on|지원 application|지원서 application
지원자 applicant|채용 recruitment|채용공고 job-posting|공고 posting|이력서 resume
면접 interview|후보자 candidate|자격증 certificate|교육 training|교육생 trainee|수강 enrollment
수강생 student|수강신청 enrollment|강좌 course|과정 course|과제 assignment|숙제 homework
시험지 exam-paper|문항 question|보기 choice|정답 correct-answer|해설 explanation
난이도 difficulty|학년 school-year|학과 major|학교 school|학원 academy|학부모 guardian
보호자 guardian|원생 child|교실 classroom|교재 material|진료 예약 appointment
진료 기록 medical-record|진료기록 medical-record|진료과 department|처방전 prescription
약 medicine|약품 medicine|간호사 nurse|증상 symptoms|진단 diagnosis|알레르기 allergies
혈액형 blood-type|예방접종 vaccination|백신 vaccine|보험 insurance|검사 examination
체온 body-temperature|혈압 blood-pressure|객실번호 room-number|투숙객 guest|손님 guest
체크인 check-in|체크아웃 check-out|호텔 hotel|식당 restaurant|음식점 restaurant|음식 food
식단 meal-plan|칼로리 calories|테이블 table|주방 kitchen|메뉴명 name|원산지 origin
유통기한 expiry-date|유효기간 valid-until|제조사 manufacturer|브랜드 brand|모델 model
모델명 model-name|시리얼번호 serial-number|품목 item|품목코드 item-code|부품 part
원자재 raw-material|재고량 stock|재고 이동 stock-transfer|실사 stocktaking|로트 lot
생산 production|생산계획 production-plan|공정 process-step|불량 defect|점검 inspection
점검일 inspection-date|정비 maintenance|수리 repair|수리 요청 repair-request|고장 failure
설비 equipment|공장 factory|센서 sensor|측정값 measurement|운전자 driver|기사 driver
배달 delivery|배달원 courier|택배 parcel|화물 cargo|노선 route|경로 route|정류장 stop
주차장 parking-lot|차량번호 plate-number|차종 car-model|주행거리 mileage|대여 rental
대여일 rented-on|반납일 returned-on|반납 예정일 due-date|대출일 loan-date|연체 overdue
연체료 late-fee|벌금 fine|부동산 property|매물 listing|임대 rental|임대료 rent|월세 rent
보증금 deposit|세입자 tenant|임차인 tenant|임대인 landlord|입주민 resident|주민 resident
건물 building|층 floor|호실 room-number|면적 area|관리비 maintenance-fee|방문 visit
방문자 visitor|방문일 visit-date|상담 consultation|상담사 counselor|상담 내역 consultation
문의사항 inquiry|불만 complaint|피드백 feedback|건의 suggestion|답글 reply|채팅 chat
채팅방 chat-room|대화 conversation|친구 friend|팔로우 follow|팔로워 follower|구독 subscription
구독자 subscriber|북마크 bookmark|스크랩 bookmark|앨범 album|영상 video|동영상 video|음악 song
노래 song|가수 singer|배우 actor|감독 director|장르 genre|공연 show|상영관 hall
상영시간 show-time|좌석번호 seat-number|예매 booking|입찰 bid|경매 auction|낙찰 winning-bid
기부 donation|후원 sponsorship|후원자 supporter|봉사 volunteering|봉사자 volunteer
모금 fundraiser|회의 meeting|회의록 minutes|안건 agenda-item|할일 목록 todo-list
하위 작업 sub-task|마일스톤 milestone|스프린트 sprint|이슈 issue|버그 bug|요청 request
요청자 requester|요청사항 request|접수 reception|접수번호 receipt-number
처리 상태 processing-status|처리상태 processing-status|담당 부서 department|소속 affiliation
직위 job-title|성씨 last-name|영문명 english-name|한글명 korean-name|휴대폰 phone
휴대전화 phone|휴대폰번호 phone|우편번호 postal-code|상세주소 address-detail|지역 region
시도 province|구 district|위치 location|위도 latitude|경도 longitude|계정 account
프로필 profile|프로필 사진 avatar|프로필사진 avatar|소개 bio|소개글 bio|자기소개 bio
예약일 reservation-date|예약일시 starts-at|예약 일시 starts-at|예약 시간 start-time
예약번호 reservation-number|예약자 booker|인원 headcount|인원수 headcount|정원 capacity
시작일시 starts-at|종료일시 ends-at|시작시간 start-time|종료시간 end-time|기간 period
소요시간 duration|횟수 count|단위 unit|규격 specification|옵션 option|상품 이미지 image
썸네일 thumbnail|조회 수 view-count|좋아요 수 like-count|판매가 sale-price|정가 list-price
원가 cost|총 금액 total-amount|잔고 balance|예산 budget|수익 income|이체 transfer|입금 deposit
출금 withdrawal|송금 transfer|송금 내역 transfer|은행 bank|계좌번호 account-number|카드 card
가계부 account-book|고정비 fixed-cost|식비 food-cost|동아리 club|동호회 club|경기 match
선수 player|코치 coach|트레이너 trainer|회원권 membership|이용권 pass|운동기록 workout
운동 기록 workout|식사 meal|수면 sleep|감정 mood|날씨 weather|온도 temperature|습도 humidity
식물 plant|작물 crop|농장 farm|수확 harvest|견종 breed|보호소 shelter|입양 adoption
입양 신청 adoption-request|분실물 lost-item|습득물 found-item|발신자 sender|수신자 receiver
보낸 사람 sender|받는 사람 receiver|작성 시간 written-at|작성시간 written-at
포인트 잔액 point-balance|가맹점 franchise|지점 branch|점포 store|스케줄 schedule
일정표 timetable|시간표 timetable|템플릿 template|서류 document|문서 document|첨부 attachment
서명 signature|증명서 certificate
`);
