import type { LanguageRow } from './row.ts';

export const ko: readonly LanguageRow[] = [
  {
    shape: 'table',
    text: `# 요구사항 명세서

## 데이터 모델

### 거래처

| 항목명 | 자료형 | 필수 여부 | 설명 |
|---|---|---|---|
| 이름 | 문자열 | 필수 | |
| 전화번호 | 문자열 | 필수 | |
| 등록일 | 날짜 | 선택 | |

### 계약

| 항목명 | 자료형 | 필수 여부 | 설명 |
|---|---|---|---|
| 제목 | 문자열 | 필수 | |
| 금액 | 정수 | 필수 | |
| 거래처 | 참조 | 필수 | |
`,
    data: [
      'client: name string, phone phone',
      'contract: title string, amount integer, client reference',
    ],
  },
  {
    shape: 'prose',
    text: `# 도서관 시스템

각 도서는 제목, 저자, 출판사, 가격 정보를 가져야 한다.
회원은 이름, 연락처, 이메일을 포함해야 한다.
도서의 상태는 대출 가능, 대출 중, 분실 중 하나이다.
회원은 최대 5권까지 대출할 수 있다.
`,
    data: [
      'book: title string, author string, publisher string, price money, status enum',
      'member: name string, phone phone, email email',
    ],
  },
  {
    shape: 'requirements',
    text: `# 기능 요구사항

1. 관리자는 상품을 등록하고 수정하거나 삭제할 수 있다.
2. 직원은 회원을 등록할 수 있다.
3. 회원은 주문을 생성할 수 있어야 한다.
4. 회원은 주문을 취소할 수 있어야 한다.
5. 공급업체 등록 시 이름, 주소, 전화번호를 입력한다.
6. 화면은 직관적이고 사용하기 쉬워야 한다.
`,
    data: ['product:', 'member:', 'order:', 'supplier: name string, address string, phone phone'],
  },
  {
    shape: 'bullets',
    text: `# 동물병원 예약 앱

## 주요 기능

### 반려동물 관리
- 반려동물 등록, 수정, 삭제
- 반려동물 정보: 이름, 품종, 나이, 몸무게

### 예약 관리
- 예약 생성 (예약 일시, 반려동물, 메모)
- 예약 상태: 대기, 확정, 취소

## 기술 스택
- React, Spring Boot, MySQL
`,
    data: [
      'pet: name string, breed string, age integer, weight number',
      'reservation: memo text, status enum',
    ],
  },
  {
    shape: 'plain',
    text: `# 동물 보호소
보호소는 동물, 직원, 신청을 관리하려고 한다.
1. 동물을 등록한다: 이름, 종류(개, 고양이, 기타), 체중, 등록일.
2. 각 직원은 이름, 전화번호, 이메일을 가진다.
3. 각 신청은 날짜, 금액, 비고(선택), 동물을 포함한다.
4. 신청의 상태는 접수, 승인, 거절 중 하나이다.
`,
    data: [
      'animal: name string, type enum, weight number',
      'employee: name string, phone phone, email email',
      'application: date date, amount money, remarks text, animal reference, status enum',
    ],
  },
];
