@echo off
rem Klik dua kali pada berkas ASN Netral akan membuka program di folder ini. Hanya untuk pengguna ini; tanpa administrator.
rem Dengan satu kata di belakangnya, misalnya "diam", tidak ada yang ditunggu: untuk logon script.
setlocal DisableDelayedExpansion
set "PROGRAM=%~dp0asnquiz.exe"
setlocal EnableDelayedExpansion
if not exist "!PROGRAM!" (
    echo asnquiz.exe tidak ada di folder ini. Ekstrak dahulu seluruh zip, lalu jalankan berkas ini dari folder hasilnya.
    if "%~1"=="" pause
    exit /b 1
)
set "KELAS=HKCU\Software\Classes"
set GAGAL=0
call :kaitkan asnskor "Berkas nilai ASN Netral"
call :kaitkan asntugas "Berkas tugas ASN Netral"
call :kaitkan asnpack "Paket soal ASN Netral"
call :kaitkan asnkelas "Catatan sosialisasi ASN Netral"
call :kaitkan asnpindah "Berkas pindah ASN Netral"
if %GAGAL%==0 (
    echo Selesai. Berkas ASN Netral sekarang dibuka dengan program di folder ini.
    echo Bila folder ini dipindahkan, jalankan berkas ini sekali lagi.
) else (
    echo Registry tidak dapat diubah, mungkin karena aturan kantor. Mintalah bantuan petugas TI.
)
if "%~1"=="" pause
exit /b %GAGAL%

:kaitkan
reg add "%KELAS%\.%1" /ve /d "ASNNetral.%1" /f >nul
if errorlevel 1 set GAGAL=1
reg add "%KELAS%\ASNNetral.%1" /ve /d "%~2" /f >nul
if errorlevel 1 set GAGAL=1
reg add "%KELAS%\ASNNetral.%1\DefaultIcon" /ve /d "\"!PROGRAM!\",0" /f >nul
if errorlevel 1 set GAGAL=1
reg add "%KELAS%\ASNNetral.%1\shell\open\command" /ve /d "\"!PROGRAM!\" \"%%1\"" /f >nul
if errorlevel 1 set GAGAL=1
exit /b
